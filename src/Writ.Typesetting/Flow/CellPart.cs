namespace Writ.Typesetting;

/// <summary>Pieces [First, Last) of a cell's content, at a place in one row.</summary>
internal sealed record CellPart(IReadOnlyList<StackPiece> Pieces, int First, int Last, double X, double Top, double Beneath, bool MaySplit);
