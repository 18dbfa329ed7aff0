namespace Writ.Typesetting;

/// <summary>A value for each side of a box.</summary>
internal readonly record struct Sides<T>(T Top, T Right, T Bottom, T Left)
{
    internal static Sides<T> All(T value) => new(value, value, value, value);

    internal Sides<T> With(Side side, T value) => side switch
    {
        Side.Top => this with { Top = value },
        Side.Right => this with { Right = value },
        Side.Bottom => this with { Bottom = value },
        _ => this with { Left = value },
    };
}
