namespace Writ.Typesetting;

public enum OutlineSegmentKind
{
    Move,
    Line,

    /// <summary>One control point.</summary>
    Quadratic,

    /// <summary>Two control points.</summary>
    Cubic,
    Close,
}
