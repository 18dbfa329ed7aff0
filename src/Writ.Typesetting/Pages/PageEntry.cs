namespace Writ.Typesetting;

/// <summary>What waits to be placed: a strip, or a frame's begin or end, with the blank before it.</summary>
internal readonly record struct PageEntry(Strip? Strip, BoxFrame? Frame, bool Begins, double Space)
{
    internal double Height => Strip?.Height ?? (Begins ? Frame!.TopHeight : Frame!.BottomHeight);
}
