namespace Writ.Typesetting;

/// <summary>One font dictionary of a CID-keyed font; a name-keyed font counts as having one.</summary>
internal sealed record CffFontDictionary(string Name, double[]? Matrix, CffDictionary Dictionary, CffPrivate Private);
