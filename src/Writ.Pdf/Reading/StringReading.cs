namespace Writ.Pdf;

/// <summary>The values of string and name tokens.</summary>
internal static class StringReading
{
    /// <param name="token">The bytes from the opening to the closing parenthesis.</param>
    public static byte[] Literal(ReadOnlySpan<byte> token)
    {
        var content = token[1..^1];
        if (content.IndexOfAny((byte)'\\', (byte)'\r') < 0) return content.ToArray();
        var value = new byte[content.Length];
        var length = 0;
        for (var i = 0; i < content.Length; i++)
        {
            var b = content[i];
            if (b == '\r')
            {
                // 7.3.4.2: an end of line inside a string counts as one line feed, however it is written.
                if (i + 1 < content.Length && content[i + 1] == '\n') i++;
                value[length++] = (byte)'\n';
                continue;
            }
            if (b != '\\')
            {
                value[length++] = b;
                continue;
            }
            if (++i == content.Length) break;
            switch (content[i])
            {
                case (byte)'n': value[length++] = (byte)'\n'; break;
                case (byte)'r': value[length++] = (byte)'\r'; break;
                case (byte)'t': value[length++] = (byte)'\t'; break;
                case (byte)'b': value[length++] = (byte)'\b'; break;
                case (byte)'f': value[length++] = (byte)'\f'; break;
                case (byte)'\n': break;
                case (byte)'\r':
                    if (i + 1 < content.Length && content[i + 1] == '\n') i++;
                    break;
                case >= (byte)'0' and <= (byte)'7':
                    var code = content[i] - '0';
                    for (var digits = 1; digits < 3 && i + 1 < content.Length && content[i + 1] is >= (byte)'0' and <= (byte)'7'; digits++)
                        code = (code * 8) + content[++i] - '0';
                    // 7.3.4.2: high-order overflow is ignored.
                    value[length++] = (byte)(code & 0xFF);
                    break;
                default: value[length++] = content[i]; break;
            }
        }
        return value[..length];
    }

    /// <param name="token">The bytes from &lt; to &gt;.</param>
    /// <param name="offset">Of the token, for the fault.</param>
    public static byte[] Hexadecimal(ReadOnlySpan<byte> token, int offset)
    {
        var content = token[1..^1];
        var value = new byte[(content.Length + 1) / 2];
        var digits = 0;
        for (var i = 0; i < content.Length; i++)
        {
            if (Characters.IsWhite(content[i])) continue;
            var digit = Characters.HexValue(content[i]);
            if (digit < 0) throw Lexer.Fault(offset + 1 + i, "7.3.4.3", "A hexadecimal string holds something else than digits");
            // 7.3.4.3: a missing last digit is zero.
            value[digits / 2] |= (byte)((digits & 1) == 0 ? digit << 4 : digit);
            digits++;
        }
        return value[..((digits + 1) / 2)];
    }

    /// <summary>The bytes of a name after its solidus, #xx resolved, one character each.</summary>
    public static int Name(ReadOnlySpan<byte> escaped, Span<char> target)
    {
        var length = 0;
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] == '#' && i + 2 < escaped.Length
                && Characters.HexValue(escaped[i + 1]) is >= 0 and var high && Characters.HexValue(escaped[i + 2]) is >= 0 and var low && (high | low) != 0)
            {
                target[length++] = (char)((high << 4) | low);
                i += 2;
            }
            else
            {
                target[length++] = (char)escaped[i];
            }
        }
        return length;
    }
}
