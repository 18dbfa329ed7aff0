namespace Writ.Typesetting;

/// <summary>Adobe Technical Note 5176, section 15: what the charstrings of one font dictionary share: widths, hints, subroutines.</summary>
internal sealed record CffPrivate(CffDictionary Dictionary, CffIndex Subroutines)
{
    public double DefaultWidth { get; } = Dictionary.Number(CffOperator.DefaultWidthX, 0);

    public double NominalWidth { get; } = Dictionary.Number(CffOperator.NominalWidthX, 0);

    /// <summary>Reads the dictionary a Private entry points at; an absent entry is an empty one.</summary>
    public static CffPrivate Read(FontTable table, CffDictionary owner, FontLimits limits)
    {
        if (owner.Offset(CffOperator.Private, table.Length, operand: 1) is not { } offset)
            return new CffPrivate(CffDictionary.Read(table.Part(0, 0), limits), default);
        int size = owner.Offset(CffOperator.Private, table.Length)!.Value;
        CffDictionary dictionary = CffDictionary.Read(table.Part(offset, size), limits);
        CffIndex subroutines = default;
        if (dictionary.Offset(CffOperator.Subrs, table.Length) is { } local)
        {
            int at = offset + local;
            subroutines = CffIndex.Read(table, ref at);
        }
        return new CffPrivate(dictionary, subroutines);
    }
}
