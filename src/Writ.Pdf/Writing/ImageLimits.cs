namespace Writ.Pdf;

/// <summary>How large an image may be before it is refused.</summary>
public sealed record ImageLimits(int FileBytes = 32 << 20, int Side = 20_000, long Pixels = 50_000_000)
{
    public static readonly ImageLimits Default = new();
}
