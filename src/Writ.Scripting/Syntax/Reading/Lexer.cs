namespace Writ.Scripting;

/// <summary>Cuts a template into tokens. Comments and blanks vanish; what cannot be a token becomes <see cref="TokenKind.Invalid"/> with a message.</summary>
internal sealed partial class Lexer
{
    private readonly SourceText source;
    private readonly string text;
    private readonly ScriptMode mode;
    private readonly Stack<(char Quote, int Depth)> interpolations = new();
    private int at;
    private int depth;

    public Lexer(SourceText source, ScriptMode mode)
    {
        this.source = source;
        this.mode = mode;
        text = source.Text;
        Tokens = new List<Token>(text.Length / 4 + 8);
    }

    public List<Token> Tokens { get; }
    public List<Passage> Passages { get; } = [];
    public List<ScriptMessage> Messages { get; } = [];

    /// <summary>Index of the token after the front matter, when there is one.</summary>
    public int FrontMatterEnd { get; private set; } = -1;

    public void Run()
    {
        switch (mode)
        {
            case ScriptMode.Code:
                Code();
                break;
            case ScriptMode.FrontMatter:
                FrontMatter();
                break;
            default:
                Passage(0, 0, Trim.None, hasClose: false);
                Code();
                break;
        }
        Tokens.Add(new Token(TokenKind.EndOfFile, text.Length, text.Length));
    }

    private void Passage(int close, int begin, Trim trim, bool hasClose)
    {
        Passages.Add(Scripting.Passages.Read(source, close, begin, trim, hasClose, out at));
        Tokens.Add(new Token(TokenKind.Passage, close, at, Passages.Count - 1));
    }

    private void FrontMatter()
    {
        int line = FrontMatterLine(0);
        if (line < 0)
        {
            Messages.Add(new ScriptMessage(source.Locate(0), "The front matter must begin with a line +++"));
            at = text.Length;
            return;
        }
        at = line;
        Code();
    }

    /// <summary>The offset after a line <c>+++</c> at <paramref name="start"/>, or -1.</summary>
    private int FrontMatterLine(int start)
    {
        if (string.CompareOrdinal(text, start, "+++", 0, 3) != 0)
            return -1;
        int end = start + 3;
        while (end < text.Length && text[end] is ' ' or '\t' or '\r')
            end++;
        if (end >= text.Length)
            return end;
        return text[end] == '\n' ? end + 1 : -1;
    }

    private void Code()
    {
        while (at < text.Length)
            Next();
    }

    private void Add(TokenKind kind, int length)
    {
        Tokens.Add(new Token(kind, at, at + length));
        at += length;
    }

    private void Fail(int start, int length, string message)
    {
        Messages.Add(new ScriptMessage(source.Locate(Math.Min(start, text.Length)), message));
        Tokens.Add(new Token(TokenKind.Invalid, start, start + length));
    }

    private char Peek(int ahead = 1) => at + ahead < text.Length ? text[at + ahead] : '\0';

    private void Next()
    {
        char c = text[at];
        if (mode == ScriptMode.FrontMatter && FrontMatterEnd < 0 && c == '+' && (at == 0 || text[at - 1] == '\n') && FrontMatterLine(at) is > 0 and int after)
        {
            EndFrontMatter(after);
            return;
        }
        if (c is '\n' or '\r')
        {
            int start = at;
            bool line = false;
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                line |= text[at++] is '\n' or '\r';
            if (line)
                Tokens.Add(new Token(TokenKind.NewLine, start, at));
            return;
        }
        if (char.IsWhiteSpace(c))
        {
            // A lone carriage return is a newline only directly behind a token.
            while (at < text.Length && char.IsWhiteSpace(text[at]) && text[at] != '\n' && !(text[at] == '\r' && Peek() == '\n'))
                at++;
            return;
        }
        if (c == '#')
        {
            Comment();
            return;
        }
        if (ClosesCode(out int length, out Trim trim))
        {
            int close = at;
            depth = 0;
            interpolations.Clear();
            Passage(close, close + length, trim, hasClose: true);
            return;
        }
        if (char.IsLetter(c) || c == '_')
        {
            int end = at + 1;
            while (end < text.Length && IsNamePart(text[end]))
                end++;
            Add(TokenKind.Identifier, end - at);
        }
        else if (char.IsAsciiDigit(c))
            Number();
        else
            Mark(c);
    }

    private void EndFrontMatter(int after)
    {
        int close = at;
        FrontMatterEnd = Tokens.Count;
        int begin = after;
        while (begin < text.Length && char.IsWhiteSpace(text[begin]))
            begin++;
        Passage(close, begin, Trim.None, hasClose: false);
    }

    private bool ClosesCode(out int length, out Trim trim)
    {
        length = 0;
        trim = Trim.None;
        bool inCode = mode == ScriptMode.Template || FrontMatterEnd >= 0;
        if (!inCode || depth > 0 || interpolations.Count > 0)
            return false;
        char c = text[at];
        int braces = at;
        if (c == '-')
            trim = Trim.All;
        else if (c == '~')
            trim = Trim.Line;
        if (trim != Trim.None)
            braces++;
        if (braces + 1 >= text.Length || text[braces] != '}' || text[braces + 1] != '}')
            return false;
        length = braces + 2 - at;
        return true;
    }

    private void Comment()
    {
        bool inCode = mode == ScriptMode.Template || FrontMatterEnd >= 0;
        bool multiple = Peek() == '#';
        int start = at;
        at += multiple ? 2 : 1;
        while (at < text.Length)
        {
            if (inCode && CloserAt(at))
                return;
            char c = text[at];
            if (multiple && c == '#' && Peek() == '#')
            {
                at += 2;
                return;
            }
            if (!multiple && c is '\n' or '\r' && !multiple)
                return;
            at++;
        }
        if (multiple && !inCode)
            Fail(start, 0, "The comment is not closed by ##");
    }

    private bool CloserAt(int place)
    {
        if (text[place] is '-' or '~')
            place++;
        return place + 1 < text.Length && text[place] == '}' && text[place + 1] == '}';
    }

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c == '_';
}
