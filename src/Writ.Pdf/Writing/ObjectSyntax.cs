using System.Text;

namespace Writ.Pdf;

/// <summary>Objects as bytes (ISO 32000-2, 7.3). One form for each value, so that equal objects written in the same order give equal bytes.</summary>
internal static class ObjectSyntax
{
    public static string Print(PdfObject value)
    {
        var buffer = new PdfBuffer(256);
        if (value is PdfStream stream)
        {
            Write(buffer, stream.Dictionary);
            buffer.Append(" stream of ");
            buffer.Append(stream.Data.Length);
            buffer.Append(" bytes");
        }
        else
        {
            Write(buffer, value);
        }
        return Encoding.Latin1.GetString(buffer.Written);
    }

    public static void Write(PdfBuffer buffer, PdfObject value)
    {
        switch (value)
        {
            case PdfNull: buffer.Append("null"u8); break;
            case PdfBoolean boolean: buffer.Append(boolean.Value ? "true"u8 : "false"u8); break;
            case PdfInteger integer: buffer.Append(integer.Value); break;
            case PdfReal real: buffer.AppendReal(real.Value); break;
            case PdfName name: WriteName(buffer, name.Value); break;
            case PdfString text: WriteString(buffer, text); break;
            case PdfArray array: WriteArray(buffer, array); break;
            case PdfDictionary dictionary: WriteDictionary(buffer, dictionary); break;
            case PdfReference reference: WriteReference(buffer, reference); break;
            case PdfStream: throw new ArgumentException("A stream is always an indirect object (ISO 32000-2, 7.3.8.1).", nameof(value));
            default: throw new ArgumentException("Not a PDF object.", nameof(value));
        }
    }

    public static void WriteReference(PdfBuffer buffer, PdfReference reference)
    {
        buffer.Append(reference.Number);
        buffer.Append((byte)' ');
        buffer.Append(reference.Generation);
        buffer.Append(" R"u8);
    }

    public static void WriteName(PdfBuffer buffer, string name)
    {
        buffer.Append((byte)'/');
        foreach (var c in name)
        {
            // 7.3.5: delimiters, the number sign and everything outside ! to ~ is written as #xx.
            if (c is >= '!' and <= '~' and not ('#' or '(' or ')' or '<' or '>' or '[' or ']' or '{' or '}' or '/' or '%'))
            {
                buffer.Append((byte)c);
                continue;
            }
            buffer.Append((byte)'#');
            buffer.Append(PdfBuffer.HexDigit(c >> 4));
            buffer.Append(PdfBuffer.HexDigit(c & 15));
        }
    }

    public static void WriteString(PdfBuffer buffer, PdfString text)
    {
        var bytes = text.Bytes.Span;
        if (text.Hexadecimal || !IsPlain(bytes))
        {
            buffer.Append((byte)'<');
            buffer.AppendHex(bytes);
            buffer.Append((byte)'>');
            return;
        }
        buffer.Append((byte)'(');
        foreach (var b in bytes)
        {
            // 7.3.4.2: parentheses and the backslash are escaped even where balance would allow them.
            if (b is (byte)'(' or (byte)')' or (byte)'\\') buffer.Append((byte)'\\');
            buffer.Append(b);
        }
        buffer.Append((byte)')');
    }

    private static void WriteArray(PdfBuffer buffer, PdfArray array)
    {
        buffer.Append((byte)'[');
        for (var i = 0; i < array.Count; i++)
        {
            if (i > 0) buffer.Append((byte)' ');
            Write(buffer, array[i]);
        }
        buffer.Append((byte)']');
    }

    private static void WriteDictionary(PdfBuffer buffer, PdfDictionary dictionary)
    {
        buffer.Append("<<"u8);
        foreach (var entry in dictionary.Entries)
        {
            WriteName(buffer, entry.Key);
            if (entry.Value is not (PdfName or PdfString or PdfArray or PdfDictionary)) buffer.Append((byte)' ');
            Write(buffer, entry.Value);
        }
        buffer.Append(">>"u8);
    }

    private static bool IsPlain(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
            if (b is < 0x20 or > 0x7E) return false;
        return true;
    }
}
