namespace Writ.Typesetting;

/// <summary>A strip at its place in a stack; a frame's begin or end when <paramref name="Frame"/> is given.</summary>
internal readonly record struct StackPiece(Strip? Strip, BoxFrame? Frame, bool Begins, double Top, bool MayBreakBefore)
{
    internal double Bottom => Top + (Strip?.Height ?? (Begins ? Frame!.TopHeight : Frame!.BottomHeight));
}
