using System.IO.Compression;

namespace Writ.Pdf;

/// <summary>The filters of ISO 32000-2, 7.4, that give back bytes. Image filters are left alone: their data is an image's own format.</summary>
internal static class StreamFilters
{
    // 7.4.1 sets no limit; a chain longer than this is an attack.
    private const int LongestChain = 16;

    /// <param name="names">/Filter and /DecodeParms, references resolved.</param>
    public static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> data, IReadOnlyList<(string Name, PdfDictionary? Parameters)> names, ExpansionBudget budget)
    {
        if (names.Count > LongestChain) throw Lexer.Fault(-1, "7.4.1", "The chain of filters is too long");
        foreach (var (name, parameters) in names)
            data = name switch
            {
                "FlateDecode" or "Fl" => Predictor.Undo(Inflate(data, budget), parameters),
                "LZWDecode" or "LZW" => Predictor.Undo(LzwDecoder.Decode(data.Span, parameters?.Integer("EarlyChange") != 0, budget), parameters),
                "ASCIIHexDecode" or "AHx" => AsciiHex(data.Span, budget),
                "ASCII85Decode" or "A85" => Ascii85(data.Span, budget),
                "RunLengthDecode" or "RL" => RunLength(data.Span, budget),
                // 7.4.10: the cipher was undone when the object was read.
                "Crypt" => data,
                _ => throw Lexer.Fault(-1, "7.4", $"The filter {name} does not give back bytes"),
            };
        return data;
    }

    private static byte[] Inflate(ReadOnlyMemory<byte> data, ExpansionBudget budget)
    {
        var output = new PdfBuffer(Math.Max(256, (int)Math.Min(1 << 20, data.Length * 4L)));
        using var zlib = new ZLibStream(new MemoryStream(data.ToArray(), writable: false), CompressionMode.Decompress);
        var block = new byte[16 * 1024];
        try
        {
            while (true)
            {
                var count = zlib.Read(block);
                if (count == 0) return Finished(output);
                budget.Take(count);
                output.Append(block.AsSpan(0, count));
            }
        }
        // IOException: data that asks for a dictionary nobody has (RFC 1950, 2.2).
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            throw Lexer.Fault(-1, "7.4.4", "Flate data cannot be inflated");
        }
    }

    private static byte[] Finished(PdfBuffer output)
    {
        var bytes = output.ToArray();
        output.Release();
        return bytes;
    }

    private static byte[] AsciiHex(ReadOnlySpan<byte> data, ExpansionBudget budget)
    {
        var end = data.IndexOf((byte)'>');
        if (end >= 0) data = data[..end];
        budget.Take(data.Length / 2);
        return StringReading.Hexadecimal([(byte)'<', .. data, (byte)'>'], -1);
    }

    private static byte[] Ascii85(ReadOnlySpan<byte> data, ExpansionBudget budget)
    {
        var output = new PdfBuffer(256);
        var group = 0L;
        var digits = 0;
        foreach (var b in data)
        {
            if (Characters.IsWhite(b)) continue;
            if (b == '~') break;
            if (b == 'z' && digits == 0)
            {
                budget.Take(4);
                output.Fill(0, 4);
                continue;
            }
            if (b is < (byte)'!' or > (byte)'u') throw Lexer.Fault(-1, "7.4.3", "ASCII base-85 data holds another character");
            group = (group * 85) + (b - '!');
            if (++digits < 5) continue;
            Emit(4);
            (group, digits) = (0, 0);
        }
        // 7.4.3: n characters at the end give n - 1 bytes.
        if (digits == 1) throw Lexer.Fault(-1, "7.4.3", "ASCII base-85 data ends with one character");
        if (digits > 1)
        {
            var count = digits - 1;
            for (; digits < 5; digits++) group = (group * 85) + 84;
            Emit(count);
        }
        return output.ToArray();

        void Emit(int count)
        {
            if (group > uint.MaxValue) throw Lexer.Fault(-1, "7.4.3", "An ASCII base-85 group is too large");
            budget.Take(count);
            for (var i = 0; i < count; i++) output.Append((byte)((group >> (24 - (8 * i))) & 0xFF));
        }
    }

    private static byte[] RunLength(ReadOnlySpan<byte> data, ExpansionBudget budget)
    {
        var output = new PdfBuffer(256);
        for (var i = 0; i < data.Length;)
        {
            var length = data[i++];
            if (length == 128) break;
            if (length < 128)
            {
                if (i + length + 1 > data.Length) throw Lexer.Fault(-1, "7.4.5", "A run is cut off");
                budget.Take(length + 1);
                output.Append(data.Slice(i, length + 1));
                i += length + 1;
                continue;
            }
            if (i == data.Length) throw Lexer.Fault(-1, "7.4.5", "A run is cut off");
            budget.Take(257 - length);
            output.Fill(data[i++], 257 - length);
        }
        return output.ToArray();
    }
}
