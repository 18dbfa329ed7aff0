using System.Globalization;

namespace Writ.Typesetting;

/// <summary>Turns a property's name and value into a <see cref="Declaration"/>; null when the value is not one the property takes.</summary>
internal static class PropertyReader
{
    private const double PointsPerMillimetre = 72 / 25.4;
    private const double Largest = 100_000;

    internal static bool IsKnown(string name) => name is "font-family" or "font-size" or "font-weight" or "color" or "text-align" or "text-indent"
        or "line-height" or "letter-spacing" or "width" or "min-width" or "height" or "min-height" or "vertical-align" or "break-before"
        or "break-after" or "break-inside" or "widows" or "orphans" or "hanging" or "grid" or "text-decoration" or "display"
        || IsSided(name, "margin") || IsSided(name, "padding") || IsSided(name, "border");

    internal static Declaration? Read(string name, string value)
    {
        switch (name)
        {
            case "font-family":
                return value.All(letter => char.IsAsciiLetterLower(letter) || letter == '-') && value.Length > 0 ? Set(style => style.Family = value) : null;
            case "font-size":
                return FontSize(value);
            case "font-weight":
                return value is "normal" or "bold" ? Set(style => style.Bold = value == "bold") : null;
            case "color":
                return Color(value) is { } ink ? Set(style => style.Color = ink) : null;
            case "text-align":
                return Word(value, ["left", "right", "center", "justify"]) is { } align ? Set(style => style.TextAlign = (TextAlign)align) : null;
            case "text-indent":
                return Relative(value) is { } indent
                    ? Set(style =>
                    {
                        style.TextIndent = indent.Value;
                        style.IndentInEm = indent.IsEm;
                    })
                    : null;
            case "line-height":
                return LineHeight(value);
            case "letter-spacing":
                return Relative(value) is { } spacing ? Set(style => style.LetterSpacing = spacing.Of(style)) : null;
            case "width":
                return Extent(value) is { } width ? Set(style => style.Width = width(style)) : null;
            case "min-width":
                return Extent(value) is { } minWidth ? Set(style => style.MinWidth = minWidth(style)) : null;
            case "height":
                return Extent(value) is { } height ? Set(style => style.Height = height(style)) : null;
            case "min-height":
                return Extent(value) is { } minHeight ? Set(style => style.MinHeight = minHeight(style)) : null;
            case "vertical-align":
                return Word(value, ["top", "middle", "bottom"]) is { } vertical ? Set(style => style.VerticalAlign = (VerticalAlign)vertical) : null;
            case "break-before":
                return Word(value, ["auto", "page", "avoid"]) is { } before ? Set(style => style.BreakBefore = (BreakRule)before) : null;
            case "break-after":
                return Word(value, ["auto", "page", "avoid"]) is { } after ? Set(style => style.BreakAfter = (BreakRule)after) : null;
            case "break-inside":
                return value is "auto" or "avoid" ? Set(style => style.KeepTogether = value == "avoid") : null;
            case "widows":
                return Count(value) is { } widows ? Set(style => style.Widows = widows) : null;
            case "orphans":
                return Count(value) is { } orphans ? Set(style => style.Orphans = orphans) : null;
            case "hanging":
                return value is "on" or "off" ? Set(style => style.Hanging = value == "on") : null;
            case "grid":
                return value is "on" or "off" ? Set(style => style.Grid = value == "on") : null;
            case "text-decoration":
                return value is "none" or "underline" or "line-through"
                    ? Set(style =>
                    {
                        style.Underline = value == "underline";
                        style.LineThrough = value == "line-through";
                    })
                    : null;
            case "display":
                return value is "none" ? Set(style => style.Hidden = true) : null;
        }
        if (IsSided(name, "border"))
            return Borders(name, value);
        return IsSided(name, "margin") ? Spaces(name, value, isMargin: true) : Spaces(name, value, isMargin: false);
    }

    /// <summary>A length in pt, for @page: pt, mm or 0.</summary>
    internal static double? Absolute(string value) => Relative(value) is { IsEm: false } length ? length.Value : null;

    private static Declaration Set(Action<ComputedStyle> apply) => new(false, apply);

    private static bool IsSided(string name, string property) => name.StartsWith(property, StringComparison.Ordinal)
        && name.AsSpan(property.Length) is "" or "-top" or "-right" or "-bottom" or "-left";

    private static Side? SideOf(string name) => name[(name.IndexOf('-', StringComparison.Ordinal) + 1)..] switch
    {
        "top" => Side.Top,
        "right" => Side.Right,
        "bottom" => Side.Bottom,
        "left" => Side.Left,
        _ => null,
    };

    private static Declaration? FontSize(string value)
    {
        double? named = value switch
        {
            "初号" => 42, "小初" => 36, "一号" => 26, "小一" => 24, "二号" => 22, "小二" => 18, "三号" => 16, "小三" => 15,
            "四号" => 14, "小四" => 12, "五号" => 10.5, "小五" => 9, "3号" => 16, "2号" => 22, "4号" => 14, "5号" => 10.5,
            _ => null,
        };
        if (named is { } points)
            return new(true, style => style.FontSize = points);
        if (Relative(value) is not { Value: > 0.5 and < 500 } size)
            return null;
        return new(true, style => style.FontSize = size.IsEm ? size.Value * style.FontSize : size.Value);
    }

    private static Declaration? LineHeight(string value)
    {
        if (Relative(value) is { Value: > 0 } pitch)
        {
            return Set(style =>
            {
                style.LineHeight = pitch.Value;
                style.LineHeightIsMultiple = pitch.IsEm;
            });
        }
        if (Number(value) is not ({ } multiple and > 0 and < 20))
            return null;
        return Set(style =>
        {
            style.LineHeight = multiple;
            style.LineHeightIsMultiple = true;
        });
    }

    private static Declaration? Spaces(string name, string value, bool isMargin)
    {
        string[] words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Side? side = SideOf(name);
        if (words.Length is < 1 or > 4 || (side is not null && words.Length > 1))
            return null;
        RelativeLength[] lengths = new RelativeLength[words.Length];
        for (int index = 0; index < words.Length; index++)
        {
            if (Relative(words[index]) is not { } length || (!isMargin && length.Value < 0))
                return null;
            lengths[index] = length;
        }
        return Set(style =>
        {
            Sides<double> old = isMargin ? style.Margin : style.Padding;
            Sides<double> sides = side is { } one ? old.With(one, lengths[0].Of(style)) : Around(lengths, style);
            if (isMargin)
                style.Margin = sides;
            else
                style.Padding = sides;
        });
    }

    // One value for all sides, two for vertical and horizontal, three or four from the top clockwise, as in CSS.
    private static Sides<double> Around(RelativeLength[] lengths, ComputedStyle style)
    {
        double top = lengths[0].Of(style);
        double right = lengths.Length > 1 ? lengths[1].Of(style) : top;
        double bottom = lengths.Length > 2 ? lengths[2].Of(style) : top;
        double left = lengths.Length > 3 ? lengths[3].Of(style) : right;
        return new Sides<double>(top, right, bottom, left);
    }

    private static Declaration? Borders(string name, string value)
    {
        Border border = Border.None;
        if (value != "none")
        {
            string[] words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length is not (2 or 3) || words[1] is not ("solid" or "none") || Absolute(words[0]) is not ({ } width and >= 0 and < 50))
                return null;
            Tint? color = words.Length == 3 ? Color(words[2]) : Tint.Black;
            if (color is null)
                return null;
            border = words[1] == "none" ? Border.None : new Border(width, color.Value);
        }
        Side? side = SideOf(name);
        return Set(style => style.Border = side is { } one ? style.Border.With(one, border) : Sides<Border>.All(border));
    }

    private static Func<ComputedStyle, Length>? Extent(string value)
    {
        if (value == "auto")
            return _ => Length.Auto;
        if (value.EndsWith('%') && Number(value[..^1]) is { } share and >= 0 and <= 1000)
            return _ => new Length(share, LengthUnit.Percent);
        return Relative(value) is { Value: >= 0 } length ? style => Length.Points(length.Of(style)) : null;
    }

    private static Tint? Color(string value)
    {
        switch (value)
        {
            case "black": return Tint.Black;
            case "red": return Tint.SealRed;
            case "gray": return Tint.Gray;
        }
        if (value.Length != 7 || value[0] != '#' || !int.TryParse(value.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code))
            return null;
        return new Tint((byte)(code >> 16), (byte)(code >> 8 & 0xFF), (byte)(code & 0xFF));
    }

    private static RelativeLength? Relative(string value)
    {
        if (value == "0")
            return new RelativeLength(0, false);
        if (value.Length < 3 || Number(value[..^2]) is not { } number)
            return null;
        return value[^2..] switch
        {
            "pt" => new RelativeLength(number, false),
            "mm" => new RelativeLength(number * PointsPerMillimetre, false),
            "em" => new RelativeLength(number, true),
            _ => null,
        };
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out double number) && Math.Abs(number) <= Largest
            ? number
            : null;

    private static int? Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count is >= 1 and <= 99 ? count : null;

    private static int? Word(string value, ReadOnlySpan<string> words)
    {
        int index = words.IndexOf(value);
        return index < 0 ? null : index;
    }

    private readonly record struct RelativeLength(double Value, bool IsEm)
    {
        internal double Of(ComputedStyle style) => IsEm ? Value * style.FontSize : Value;
    }
}
