using System.Text;
using System.Text.Json;

namespace WritService.Bodies;

/// <summary>The first place where bytes stop being JSON; line and column count from one, columns in characters.</summary>
internal readonly record struct JsonFault(long Line, long Column)
{
    /// <summary>The first fault in <paramref name="json"/>, or null when it is one well-formed value no deeper than <see cref="WireJson.MaxDepth"/>.</summary>
    public static JsonFault? In(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = WireJson.MaxDepth });
        try
        {
            while (reader.Read())
                // Utf8JsonReader leaves escapes and UTF-8 inside strings unread until they are asked for.
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !Readable(reader))
                    return At(json, (int)reader.TokenStartIndex);
            return null;
        }
        catch (JsonException fault)
        {
            return new JsonFault((fault.LineNumber ?? 0) + 1, ColumnOf(json, fault.LineNumber ?? 0, fault.BytePositionInLine ?? 0));
        }
    }

    private static bool Readable(in Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> raw = reader.ValueSpan;
        if (!System.Text.Unicode.Utf8.IsValid(raw))
            return false;
        if (!reader.ValueIsEscaped)
            return true;
        // RFC 8259, 8.2: a lone surrogate escape names no character; it can neither be printed nor kept in a canonical attachment.
        bool high = false;
        for (int i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                if (high) return false;
                continue;
            }
            i++;
            if (raw[i] != 'u')
            {
                if (high) return false;
                continue;
            }
            int unit = Convert.ToInt32(Encoding.ASCII.GetString(raw.Slice(i + 1, 4)), 16);
            i += 4;
            bool low = unit is >= 0xDC00 and <= 0xDFFF;
            if (high != low)
                return false;
            high = unit is >= 0xD800 and <= 0xDBFF;
        }
        return !high;
    }

    private static JsonFault At(ReadOnlySpan<byte> json, int offset)
    {
        ReadOnlySpan<byte> before = json[..offset];
        int lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new JsonFault(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }

    private static long ColumnOf(ReadOnlySpan<byte> json, long line, long bytes)
    {
        int start = 0;
        for (long i = 0; i < line && start < json.Length; i++)
            start += json[start..].IndexOf((byte)'\n') + 1;
        int length = (int)Math.Min(bytes, json.Length - start);
        return Encoding.UTF8.GetCharCount(json.Slice(start, length)) + 1;
    }
}
