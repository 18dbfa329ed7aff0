namespace Writ.Pdf;

/// <summary>LZWDecode (ISO 32000-2, 7.4.4): codes of 9 to 12 bits, 256 clears the table, 257 ends the data.</summary>
internal static class LzwDecoder
{
    private const int Clear = 256, EndOfData = 257, TableSize = 4096;

    /// <param name="early">The code length grows one code early (the default of /EarlyChange).</param>
    public static byte[] Decode(ReadOnlySpan<byte> data, bool early, ExpansionBudget budget)
    {
        var output = new PdfBuffer(256);
        // Each entry is a stretch of the output already written: where it begins and how long it is.
        var starts = new int[TableSize];
        var lengths = new int[TableSize];
        var (next, width, bits, held) = (258, 9, 0, 0);
        var (previousStart, previousLength) = (-1, 0);
        foreach (var b in data)
        {
            bits = ((bits & 0xFFFF) << 8) | b;
            held += 8;
            if (held < width) continue;
            held -= width;
            var code = (bits >> held) & ((1 << width) - 1);
            if (code == EndOfData) break;
            if (code == Clear)
            {
                (next, width, previousStart) = (258, 9, -1);
                continue;
            }
            var start = output.Length;
            if (code < Clear)
            {
                output.Append((byte)code);
            }
            else if (code < next)
            {
                Copy(starts[code], lengths[code]);
            }
            else if (code == next && previousStart >= 0)
            {
                // The code that is just being made: the previous text and its own first byte.
                Copy(previousStart, previousLength);
                output.Append(output.Written[start]);
            }
            else
            {
                throw Lexer.Fault(-1, "7.4.4.2", "An LZW code is not in the table");
            }
            budget.Take(output.Length - start);
            if (previousStart >= 0 && next < TableSize)
            {
                // The previous text directly precedes this one: one byte longer, it is the new entry.
                starts[next] = previousStart;
                lengths[next++] = previousLength + 1;
            }
            (previousStart, previousLength) = (start, output.Length - start);
            width = (next + (early ? 1 : 0)) switch { >= 2048 => 12, >= 1024 => 11, >= 512 => 10, _ => 9 };
        }
        return output.ToArray();

        void Copy(int from, int count)
        {
            for (var i = 0; i < count; i++) output.Append(output.Written[from + i]);
        }
    }
}
