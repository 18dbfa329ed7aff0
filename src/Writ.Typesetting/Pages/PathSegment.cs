namespace Writ.Typesetting;

/// <summary>One step of a <see cref="Shape"/>; (X, Y) is the end point, the control points count only for <see cref="PathVerb.Curve"/>.</summary>
public readonly record struct PathSegment(PathVerb Verb, double X, double Y, double ControlX1 = 0, double ControlY1 = 0, double ControlX2 = 0, double ControlY2 = 0);
