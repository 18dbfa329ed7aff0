namespace Writ.Typesetting;

/// <summary>Every property of one element after inheritance and cascade. Shared by all elements styled alike; not changed once cascaded.</summary>
internal sealed class ComputedStyle
{
    // Inherited.
    internal string Family { get; set; } = "fangsong";

    internal double FontSize { get; set; } = 16;

    internal bool Bold { get; set; }

    internal Tint Color { get; set; } = Tint.Black;

    internal TextAlign TextAlign { get; set; } = TextAlign.Justify;

    /// <summary>First-line indent; in em when <see cref="IndentInEm"/>, so that it follows the size of the paragraph that inherits it.</summary>
    internal double TextIndent { get; set; }

    internal bool IndentInEm { get; set; }

    /// <summary>Pitch in pt, or a multiple of the font size.</summary>
    internal double LineHeight { get; set; } = 1.5;

    internal bool LineHeightIsMultiple { get; set; } = true;

    internal double LetterSpacing { get; set; }

    internal int Widows { get; set; } = 2;

    internal int Orphans { get; set; } = 2;

    internal bool Hanging { get; set; }

    internal bool Grid { get; set; }

    internal bool Underline { get; set; }

    internal bool LineThrough { get; set; }

    // Of this element alone.
    internal Sides<double> Margin { get; set; }

    internal Sides<double> Padding { get; set; }

    internal Sides<Border> Border { get; set; }

    internal Length Width { get; set; } = Length.Auto;

    internal Length MinWidth { get; set; } = Length.Auto;

    internal Length Height { get; set; } = Length.Auto;

    internal Length MinHeight { get; set; } = Length.Auto;

    internal VerticalAlign VerticalAlign { get; set; }

    internal BreakRule BreakBefore { get; set; }

    internal BreakRule BreakAfter { get; set; }

    internal bool KeepTogether { get; set; }

    internal bool Hidden { get; set; }

    internal double LinePitch => LineHeightIsMultiple ? LineHeight * FontSize : LineHeight;

    /// <summary>An em of indent is a character with its spacing, so that indents stand on the character grid.</summary>
    internal double Indent => IndentInEm ? TextIndent * (FontSize + LetterSpacing) : TextIndent;

    internal bool HasBox => Padding != default || Border.Top.Width > 0 || Border.Right.Width > 0 || Border.Bottom.Width > 0 || Border.Left.Width > 0;

    /// <summary>The style a child starts from.</summary>
    internal ComputedStyle Inherit() => new()
    {
        Family = Family,
        FontSize = FontSize,
        Bold = Bold,
        Color = Color,
        TextAlign = TextAlign,
        TextIndent = TextIndent,
        IndentInEm = IndentInEm,
        LineHeight = LineHeight,
        LineHeightIsMultiple = LineHeightIsMultiple,
        LetterSpacing = LetterSpacing,
        Widows = Widows,
        Orphans = Orphans,
        Hanging = Hanging,
        Grid = Grid,
        Underline = Underline,
        LineThrough = LineThrough,
    };
}
