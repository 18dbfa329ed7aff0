namespace Writ.Typesetting;

/// <summary>Where, inside a top dictionary just written, the offsets stand that are known only later.</summary>
internal readonly record struct CffTopOffsets(int Charset, int FontSelect, int Charstrings, int FontArray);
