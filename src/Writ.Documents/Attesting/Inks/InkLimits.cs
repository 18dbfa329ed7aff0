namespace Writ.Documents;

/// <summary>How much a pen may send, and how little is no signature.</summary>
public sealed record InkLimits
{
    public static InkLimits Default { get; } = new();

    /// <summary>Strokes in one ink.</summary>
    public int Strokes { get; init; } = 1_000;

    /// <summary>Points in one ink.</summary>
    public int Points { get; init; } = 20_000;

    /// <summary>Characters of its text form, bytes of its picture.</summary>
    public int Size { get; init; } = 1_048_576;

    /// <summary>The way all strokes together must at least have gone, measured against the larger side of their box: a dot or a tap is no signature.</summary>
    public double LeastWay { get; init; } = 1.0;

    /// <summary>Points an ink must at least have.</summary>
    public int LeastPoints { get; init; } = 4;

    /// <summary>The larger side of the box around the ink, in device units: below it the pen hardly moved.</summary>
    public double LeastExtent { get; init; } = 8;

    /// <summary>The larger side of the box around the dark of a picture, against the larger side of the picture: below it, it is a dot.</summary>
    public double LeastShare { get; init; } = 0.05;

    /// <summary>How much of its box the dark of a picture may fill before it is a blot, unless the box is this many times longer than wide.</summary>
    public double FullestPicture { get; init; } = 0.6;

    public double ThinnestStroke { get; init; } = 8;

    /// <summary>A coordinate beyond this is not a tablet's.</summary>
    public double LargestCoordinate { get; init; } = 100_000;
}
