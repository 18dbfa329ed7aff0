namespace Writ.Typesetting;

public enum PathVerb
{
    Move,
    Line,

    /// <summary>Cubic Bézier: two control points, then the end point.</summary>
    Curve,
    Close,
}
