namespace Writ.Typesetting;

/// <summary>
/// One part of a composite glyph: which glyph, and where it is put. <see cref="At"/> is the offset of the component's glyph number
/// inside the composite's description: there a subset writes the new number.
/// </summary>
internal readonly record struct GlyphComponent(int At, ushort Glyph, GlyphComponentFlags Flags, int Argument1, int Argument2,
    double XX, double XY, double YX, double YY)
{
    /// <summary>OpenType 1.9, glyf, "Composite Glyph Description".</summary>
    /// <param name="at">Where the component starts; afterwards, where the next one does.</param>
    public static GlyphComponent Read(FontTable description, ref int at)
    {
        var flags = (GlyphComponentFlags)description.U16(at);
        int numberAt = at + 2;
        ushort glyph = description.U16(numberAt);
        at += 4;
        int first, second;
        bool signed = flags.HasFlag(GlyphComponentFlags.ArgumentsAreOffsets);
        if (flags.HasFlag(GlyphComponentFlags.ArgumentsAreWords))
        {
            first = signed ? description.I16(at) : description.U16(at);
            second = signed ? description.I16(at + 2) : description.U16(at + 2);
            at += 4;
        }
        else
        {
            (first, second) = (description.U8(at), description.U8(at + 1));
            if (signed)
                (first, second) = (unchecked((sbyte)first), unchecked((sbyte)second));
            at += 2;
        }
        double xx = 1, xy = 0, yx = 0, yy = 1;
        if (flags.HasFlag(GlyphComponentFlags.Scaled))
        {
            xx = yy = Fraction(description, at);
            at += 2;
        }
        else if (flags.HasFlag(GlyphComponentFlags.ScaledXAndY))
        {
            (xx, yy) = (Fraction(description, at), Fraction(description, at + 2));
            at += 4;
        }
        else if (flags.HasFlag(GlyphComponentFlags.Transformed))
        {
            (xx, xy, yx, yy) = (Fraction(description, at), Fraction(description, at + 2), Fraction(description, at + 4), Fraction(description, at + 6));
            at += 8;
        }
        return new GlyphComponent(numberAt, glyph, flags, first, second, xx, xy, yx, yy);
    }

    // 2.14 fixed point.
    private static double Fraction(FontTable description, int at) => description.I16(at) / 16384.0;
}
