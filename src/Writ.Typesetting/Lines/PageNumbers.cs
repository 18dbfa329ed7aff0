namespace Writ.Typesetting;

/// <summary>Page number and count where they are known already: in running heads and feet.</summary>
internal readonly record struct PageNumbers(int Number, int Count);
