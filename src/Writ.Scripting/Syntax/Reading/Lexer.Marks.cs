namespace Writ.Scripting;

internal sealed partial class Lexer
{
    // Longest match first.
    private void Mark(char c)
    {
        char next = Peek();
        char third = Peek(2);
        switch (c)
        {
            case ';': Add(TokenKind.Semicolon, 1); break;
            case ',': Add(TokenKind.Comma, 1); break;
            case ':': Add(TokenKind.Colon, 1); break;
            case '@': Add(TokenKind.At, 1); break;
            case '^': Add(TokenKind.Caret, 1); break;
            case '(': Add(TokenKind.OpenParenthesis, 1); break;
            case ')': Add(TokenKind.CloseParenthesis, 1); break;
            case '[': Add(TokenKind.OpenBracket, 1); break;
            case ']': Add(TokenKind.CloseBracket, 1); break;
            case '{': depth++; Add(TokenKind.OpenBrace, 1); break;
            case '}': CloseBrace(); break;
            case '\'' or '"': Text(at, c, 1); break;
            case '`': Verbatim(); break;
            case '$': Dollar(next); break;
            case '+': Add(next == '+' ? TokenKind.Increment : next == '=' ? TokenKind.AssignPlus : TokenKind.Plus, next is '+' or '=' ? 2 : 1); break;
            case '-': Add(next == '-' ? TokenKind.Decrement : next == '=' ? TokenKind.AssignMinus : TokenKind.Minus, next is '-' or '=' ? 2 : 1); break;
            case '*': Add(next == '=' ? TokenKind.AssignStar : TokenKind.Star, next == '=' ? 2 : 1); break;
            case '%': Add(next == '=' ? TokenKind.AssignPercent : TokenKind.Percent, next == '=' ? 2 : 1); break;
            case '/' when next == '/': Add(third == '=' ? TokenKind.AssignDoubleSlash : TokenKind.DoubleSlash, third == '=' ? 3 : 2); break;
            case '/': Add(next == '=' ? TokenKind.AssignSlash : TokenKind.Slash, next == '=' ? 2 : 1); break;
            case '<' when next == '<': Add(TokenKind.ShiftLeft, 2); break;
            case '<': Add(next == '=' ? TokenKind.LessEqual : TokenKind.Less, next == '=' ? 2 : 1); break;
            case '>' when next == '>': Add(TokenKind.ShiftRight, 2); break;
            case '>': Add(next == '=' ? TokenKind.GreaterEqual : TokenKind.Greater, next == '=' ? 2 : 1); break;
            case '=': Add(next == '=' ? TokenKind.Equal : TokenKind.Assign, next == '=' ? 2 : 1); break;
            case '!': Add(next == '=' ? TokenKind.NotEqual : TokenKind.Not, next == '=' ? 2 : 1); break;
            case '&' when next == '&': Add(TokenKind.And, 2); break;
            case '|': Add(next == '|' ? TokenKind.Or : TokenKind.Pipe, next is '|' or '>' ? 2 : 1); break;
            case '?': Add(next switch { '?' => TokenKind.Coalesce, '!' => TokenKind.NotCoalesce, '.' => TokenKind.QuestionDot, _ => TokenKind.Question }, next is '?' or '!' or '.' ? 2 : 1); break;
            case '.' when next == '.': Add(third == '<' ? TokenKind.RangeExclusive : third == '.' ? TokenKind.TripleDot : TokenKind.Range, third is '<' or '.' ? 3 : 2); break;
            case '.': Add(TokenKind.Dot, 1); break;
            default:
                Fail(at, 1, $"Unexpected character `{c}`");
                at++;
                break;
        }
    }

    private void CloseBrace()
    {
        if (interpolations.TryPeek(out (char Quote, int Depth) open))
        {
            // The first brace closes the hole: an object literal cannot stand in it.
            depth = open.Depth;
            Add(TokenKind.HoleEnd, 1);
            InterpolatedText(open.Quote);
            return;
        }
        if (depth > 0)
            depth--;
        Add(TokenKind.CloseBrace, 1);
    }

    private void Dollar(char next)
    {
        if (next is '"' or '\'')
        {
            Add(TokenKind.InterpolationStart, 2);
            interpolations.Push((next, depth));
            InterpolatedText(next);
            return;
        }
        int end = at + 1;
        if (next == '$')
            end++;
        else
            while (end < text.Length && IsNamePart(text[end]))
                end++;
        Add(TokenKind.Local, end - at);
    }
}
