namespace Writ.Typesetting;

/// <summary>Writes dictionary entries (Adobe Technical Note 5176, section 4): operands, then the operator.</summary>
internal static class CffEntryWriter
{
    /// <summary>From one placeholder's operand to the next.</summary>
    public const int PlaceholderStep = 5;

    public static void Numbers(FontWriter writer, CffOperator key, params ReadOnlySpan<int> operands)
    {
        foreach (int operand in operands)
        {
            writer.U8(29);
            writer.U32(unchecked((uint)operand));
        }
        Key(writer, key);
    }

    /// <returns>Where the (first) four-byte operand stands, to be patched.</returns>
    public static int Placeholder(FontWriter writer, CffOperator key, int operands = 1)
    {
        int place = writer.Length + 1;
        for (int i = 0; i < operands; i++)
        {
            writer.U8(29);
            writer.U32(0);
        }
        Key(writer, key);
        return place;
    }

    private static void Key(FontWriter writer, CffOperator key)
    {
        if ((int)key >= 0x0C00)
            writer.U8(12);
        writer.U8((int)key & 0xFF);
    }
}
