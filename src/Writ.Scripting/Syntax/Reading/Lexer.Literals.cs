namespace Writ.Scripting;

internal sealed partial class Lexer
{
    /// <summary>The data of an invalid token that is a text with an unknown escape.</summary>
    public const int UnknownEscape = 1;

    private void Number()
    {
        int start = at;
        if (text[at] == '0' && Peek() is 'x' or 'b')
        {
            Radix(Peek() == 'x');
            return;
        }
        Digits();
        bool real = false;
        // `1..2` is a range and `1.x` a member of 1; `1.e2` and `1.5` are numbers.
        if (at < text.Length && text[at] == '.' && Peek() != '.' && !StartsMember(at + 1))
        {
            real = true;
            at++;
            Digits();
        }
        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            if (at < text.Length && text[at] is '+' or '-')
                at++;
            if (at >= text.Length || !char.IsAsciiDigit(text[at]))
            {
                Fail(at, 1, "An exponent needs digits");
                return;
            }
            Digits();
        }
        if (at < text.Length && text[at] is 'f' or 'F' or 'd' or 'D' or 'm' or 'M')
        {
            at++;
            real = true;
        }
        Tokens.Add(new Token(real ? TokenKind.Float : TokenKind.Integer, start, at));
    }

    private bool StartsMember(int place)
    {
        if (place >= text.Length)
            return false;
        char c = text[place];
        if (c is 'e' or 'E')
            return !(place + 1 < text.Length && (char.IsAsciiDigit(text[place + 1]) || text[place + 1] is '+' or '-'));
        bool suffix = c is 'f' or 'F' or 'd' or 'D' or 'm' or 'M';
        return (char.IsLetter(c) || c == '_') && !(suffix && (place + 1 >= text.Length || !IsNamePart(text[place + 1])));
    }

    private void Digits()
    {
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '_'))
            at++;
    }

    private void Radix(bool hex)
    {
        int start = at;
        at += 2;
        int digits = 0;
        for (; at < text.Length; at++)
        {
            char c = text[at];
            if (c == '_')
                continue;
            if (!(hex ? char.IsAsciiHexDigit(c) : c is '0' or '1'))
                break;
            digits++;
        }
        if (digits == 0)
        {
            Fail(start, at - start, "A number needs digits");
            return;
        }
        bool real = false;
        if (!hex && at + 1 < text.Length && text[at] == '.' && text[at + 1] is '0' or '1')
        {
            real = true;
            at++;
            while (at < text.Length && text[at] is '0' or '1' or '_')
                at++;
        }
        if (at < text.Length && (text[at] is 'u' or 'U' || (real && text[at] is 'f' or 'F' or 'd' or 'D')))
            at++;
        Tokens.Add(new Token(hex ? TokenKind.HexInteger : TokenKind.BinaryInteger, start, at));
    }

    private void Text(int start, char quote, int opening)
    {
        at += opening;
        while (at < text.Length)
        {
            char c = text[at];
            if (c == quote)
            {
                at++;
                Tokens.Add(new Token(TokenKind.Text, start, at));
                return;
            }
            if (c == '\\' && !Escape())
            {
                SkipText(start, quote);
                return;
            }
            at++;
        }
        Fail(text.Length - 1, 1, "The text is not closed");
    }

    /// <summary>After an unknown escape: the whole text is one invalid token.</summary>
    private void SkipText(int start, char quote)
    {
        while (at < text.Length && text[at] != quote)
            at++;
        at = Math.Min(at + 1, text.Length);
        Tokens.Add(new Token(TokenKind.Invalid, start, at, UnknownEscape));
    }

    /// <summary>Stands on a backslash; moves to the last character of the escape.</summary>
    private bool Escape()
    {
        at++;
        char c = at < text.Length ? text[at] : '\0';
        switch (c)
        {
            case '0' or '\'' or '"' or '\\' or 'b' or 'f' or 'n' or 'r' or 't' or 'v' or '\n':
                return true;
            case '\r':
                if (Peek() == '\n')
                    at++;
                return true;
            case 'x':
                return HexDigits(2);
            case 'u':
                return HexDigits(4);
            case '{' or '}' when interpolations.Count > 0:
                return true;
            default:
                Messages.Add(new ScriptMessage(source.Locate(Math.Min(at, text.Length - 1)), "Unknown escape in a text"));
                return false;
        }
    }

    private bool HexDigits(int count)
    {
        for (int i = 0; i < count; i++)
        {
            at++;
            if (at < text.Length && char.IsAsciiHexDigit(text[at]))
                continue;
            Messages.Add(new ScriptMessage(source.Locate(Math.Min(at, text.Length - 1)), "Unknown escape in a text"));
            return false;
        }
        return true;
    }

    private void Verbatim()
    {
        int start = at;
        at++;
        while (at < text.Length)
        {
            if (text[at++] != '`')
                continue;
            if (at < text.Length && text[at] == '`')
            {
                at++;
                continue;
            }
            Tokens.Add(new Token(TokenKind.Verbatim, start, at));
            return;
        }
        Fail(text.Length - 1, 1, "The text is not closed");
    }

    /// <summary>Reads text up to the next hole or the closing quote.</summary>
    private void InterpolatedText(char quote)
    {
        int start = at;
        while (at < text.Length)
        {
            char c = text[at];
            if (c == quote)
            {
                Tokens.Add(new Token(TokenKind.InterpolationPart, start, at));
                interpolations.Pop();
                Add(TokenKind.InterpolationEnd, 1);
                return;
            }
            if (c == '{')
            {
                Tokens.Add(new Token(TokenKind.InterpolationPart, start, at));
                Add(TokenKind.HoleStart, 1);
                return;
            }
            if (c == '\\' && !Escape())
            {
                interpolations.Pop();
                SkipText(start, quote);
                return;
            }
            at++;
        }
        interpolations.Pop();
        Fail(text.Length - 1, 1, "The text is not closed");
    }
}
