using System.Buffers.Text;

namespace Writ.Pdf;

/// <summary>Cuts bytes into tokens (ISO 32000-2, 7.2 and 7.3). Comments and white space are skipped; values of strings and names are read on demand.</summary>
internal ref struct Lexer(ReadOnlySpan<byte> bytes, int position)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    public int Position { get; set; } = position;
    public readonly ReadOnlySpan<byte> Bytes => bytes;

    public Token Next()
    {
        SkipBlank();
        var start = Position;
        if (start >= bytes.Length) return new Token(TokenKind.End, start, start);
        switch (bytes[start])
        {
            case (byte)'/': return Regular(TokenKind.Name, start, start + 1);
            case (byte)'(': return Literal(start);
            case (byte)'[': return Fixed(TokenKind.ArrayOpen, 1);
            case (byte)']': return Fixed(TokenKind.ArrayClose, 1);
            case (byte)'<' when Follows((byte)'<'): return Fixed(TokenKind.DictionaryOpen, 2);
            case (byte)'<': return Hexadecimal(start);
            case (byte)'>' when Follows((byte)'>'): return Fixed(TokenKind.DictionaryClose, 2);
            // 7.2.3: these delimiters mean nothing outside PostScript functions.
            case (byte)'>' or (byte)')' or (byte)'{' or (byte)'}': throw Fault(start, "7.2.3", "A delimiter stands where none may");
            default: return Number(Regular(TokenKind.Keyword, start, start));
        }
    }

    /// <summary>The next token, which is not consumed.</summary>
    public readonly Token Peek()
    {
        var copy = this;
        return copy.Next();
    }

    public readonly bool Is(Token token, ReadOnlySpan<byte> keyword) => token.Kind == TokenKind.Keyword && bytes[token.Start..token.End].SequenceEqual(keyword);

    /// <summary>White space and comments; a comment ends with its line.</summary>
    public void SkipBlank()
    {
        while (Position < bytes.Length)
        {
            if (Characters.IsWhite(bytes[Position]))
            {
                Position++;
            }
            else if (bytes[Position] == '%')
            {
                var line = bytes[Position..].IndexOfAny((byte)'\r', (byte)'\n');
                Position = line < 0 ? bytes.Length : Position + line;
            }
            else
            {
                return;
            }
        }
    }

    private readonly bool Follows(byte value) => Position + 1 < bytes.Length && bytes[Position + 1] == value;

    private Token Fixed(TokenKind kind, int length)
    {
        Position += length;
        return new Token(kind, Position - length, Position);
    }

    private Token Regular(TokenKind kind, int start, int from)
    {
        var end = from;
        while (end < bytes.Length && Characters.IsRegular(bytes[end])) end++;
        Position = end;
        return new Token(kind, start, end);
    }

    // 7.3.3: digits with at most one sign in front and at most one point; no exponent, no radix.
    private readonly Token Number(Token token)
    {
        var text = bytes[token.Start..token.End];
        var digits = text[0] is (byte)'+' or (byte)'-' ? text[1..] : text;
        if (digits.IsEmpty || (!Characters.IsDigit(digits[0]) && digits[0] != '.')) return token;
        var points = 0;
        foreach (var b in digits)
        {
            if (b == '.') points++;
            else if (!Characters.IsDigit(b)) return token;
        }
        if (points > 1 || digits.Length == points) return token;
        if (points == 0 && digits.Length <= 18)
        {
            var value = 0L;
            foreach (var b in digits) value = (value * 10) + (b - '0');
            return token with { Kind = TokenKind.Integer, Integer = text[0] == '-' ? -value : value };
        }
        if (!Utf8Parser.TryParse(digits, out double real, out var consumed) || consumed != digits.Length || !double.IsFinite(real)) return token;
        return token with { Kind = TokenKind.Real, Real = text[0] == '-' ? -real : real };
    }

    // 7.3.4.2: balanced parentheses need no escape.
    private Token Literal(int start)
    {
        var depth = 0;
        for (var i = start; i < bytes.Length; i++)
        {
            switch (bytes[i])
            {
                case (byte)'\\': i++; break;
                case (byte)'(': depth++; break;
                case (byte)')' when --depth == 0:
                    Position = i + 1;
                    return new Token(TokenKind.LiteralString, start, Position);
            }
        }
        throw Fault(start, "7.3.4.2", "A literal string does not end");
    }

    private Token Hexadecimal(int start)
    {
        var length = bytes[start..].IndexOf((byte)'>');
        if (length < 0) throw Fault(start, "7.3.4.3", "A hexadecimal string does not end");
        Position = start + length + 1;
        return new Token(TokenKind.HexadecimalString, start, Position);
    }

    public static PdfFormatException Fault(int offset, string clause, string message) => new(offset, "ISO 32000-2, " + clause, message);
}
