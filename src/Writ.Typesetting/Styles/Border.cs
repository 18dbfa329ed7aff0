namespace Writ.Typesetting;

/// <summary>One edge of a box; width 0 means no edge.</summary>
internal readonly record struct Border(double Width, Tint Color)
{
    internal static readonly Border None = new(0, Tint.Black);

    /// <summary>Of two edges that meet, the wider one is drawn.</summary>
    internal static Border Wider(Border one, Border other) => other.Width > one.Width ? other : one;
}
