using System.Runtime.CompilerServices;

namespace Writ.Scripting;

/// <summary>Reads tokens into the syntax tree. The first mistake ends the reading; what the lexer found stands after it.</summary>
internal sealed partial class Parser
{
    private readonly SourceText source;
    private readonly ScriptOptions options;
    private readonly List<Token> tokens;
    private readonly List<Passage> passages;
    private readonly Lexer lexer;
    private int index;
    private int depth;

    /// <summary>Inside <c>[ ]</c> and <c>{ }</c> newlines are blanks.</summary>
    private int newlinesAreBlanks;

    private Parser(SourceText source, ScriptOptions options)
    {
        this.source = source;
        this.options = options;
        lexer = new Lexer(source, options.Mode);
        lexer.Run();
        tokens = lexer.Tokens;
        passages = lexer.Passages;
    }

    public static Page Read(SourceText source, ScriptOptions options)
    {
        if (source.Text.Length > options.Limits.TemplateLength)
            throw new ScriptException([new ScriptMessage(source.Locate(0), $"The template has {source.Text.Length} characters; at most {options.Limits.TemplateLength} are read")], isParsing: true);
        Parser parser = new(source, options);
        Page page = parser.Page();
        if (parser.lexer.Messages.Count > 0)
            throw new ScriptException(parser.lexer.Messages, isParsing: true);
        return page;
    }

    /// <summary>One expression and nothing else.</summary>
    public static Expression ReadExpression(SourceText source, ScriptOptions options)
    {
        Parser parser = new(source, options with { Mode = ScriptMode.Code });
        parser.SkipNewLines();
        Expression expression = parser.Required("expression", "<expression>");
        parser.SkipNewLines();
        if (parser.Current.Kind != TokenKind.EndOfFile)
            throw parser.Fault(parser.Current, $"Invalid token found `{parser.Show(parser.Current)}`. Expecting <EOL>/end of line.");
        if (parser.lexer.Messages.Count > 0)
            throw new ScriptException(parser.lexer.Messages, isParsing: true);
        return expression;
    }

    private Token Current => tokens[index];
    private Token Previous => tokens[index - 1];

    private Page Page()
    {
        Block? front = null;
        if (options.Mode == ScriptMode.FrontMatter)
        {
            if (lexer.Messages.Count > 0)
                throw new ScriptException(lexer.Messages, isParsing: true);
            front = Statements(stopsAt: lexer.FrontMatterEnd < 0 ? int.MaxValue : lexer.FrontMatterEnd);
            if (lexer.FrontMatterEnd < 0)
                throw Fault(Current, "The front matter is not closed by a line +++");
        }
        int start = Current.Start;
        List<Statement> statements = [];
        while (true)
        {
            Block part = Statements(stopsAt: int.MaxValue);
            statements.AddRange(part.Statements);
            Token token = Current;
            if (token.Kind == TokenKind.EndOfFile)
                break;
            switch (Word(token))
            {
                case "end":
                    index++;
                    EndOfStatement();
                    throw FaultAt(Previous.End - 1, "Error while parsing ScriptPage: Found <end> statement without a corresponding beginning of a block in: ...");
                default:
                    throw Orphan();
            }
        }
        return new Page(From(start), front, new Block(From(start), statements));
    }

    /// <summary>An <c>else</c> or <c>when</c> that belongs to nothing: its block is read first, as the reference reports that mistake before.</summary>
    private ScriptException Orphan()
    {
        Token word = Current;
        bool isElse = Word(word) == "else";
        Clause(isElse);
        while (Word(Current) is "else" or "when")
            Clause(Word(Current) == "else");
        if (Word(Current) != "end")
            return MissingEnd(isElse ? "else" : "when", isElse ? "else | else if <expression> ... end|else|else if" : "when <expression> ... end|when|else");
        index++;
        EndOfStatement();
        return isElse
            ? Fault(word, "A else condition must be preceded by another if/else/when condition or a for loop.")
            : Fault(word, "A `when` condition must be preceded by another `when`/`else`/`case` condition");
    }

    private void Clause(bool isElse)
    {
        index++;
        if (isElse && Word(Current) == "if")
        {
            index++;
            Required("if statement", "if <expression> ... end|else|else if");
        }
        else if (!isElse)
            WhenValues();
        EndOfStatement();
        Statements(int.MaxValue);
    }

    /// <summary>Statements up to an <c>end</c>, <c>else</c>, <c>when</c> or the end of the file.</summary>
    private Block Statements(int stopsAt)
    {
        Deeper();
        int start = Current.Start;
        List<Statement> statements = [];
        while (index < stopsAt)
        {
            Token token = Current;
            switch (token.Kind)
            {
                case TokenKind.EndOfFile:
                    depth--;
                    return new Block(From(start), statements);
                case TokenKind.Passage:
                    index++;
                    Passage passage = passages[token.Data];
                    // A file that begins with code has no text before it.
                    if (passage.Raw.Length > 0 || passage.HasClose || passage.HasOpen)
                        statements.Add(passage);
                    continue;
                case TokenKind.NewLine or TokenKind.Semicolon:
                    index++;
                    continue;
            }
            if (Word(token) is "end" or "else" or "when")
            {
                depth--;
                return new Block(From(start), statements);
            }
            statements.Add(Statement());
        }
        depth--;
        return new Block(From(start), statements);
    }

    private Block Body(string node, string syntax)
    {
        Block body = Statements(int.MaxValue);
        End(node, syntax);
        return body;
    }

    private void End(string node, string syntax)
    {
        if (Current.Kind == TokenKind.EndOfFile)
            throw MissingEnd(node, syntax);
        if (Word(Current) != "end")
            throw Orphan();
        index++;
    }

    private ScriptException MissingEnd(string node, string syntax)
    {
        return FaultAt(LastPlace(), $"Error while parsing {node}: The <end> statement was not found in: {syntax}");
    }

    private void EndOfStatement()
    {
        Token token = Current;
        if (token.Kind is TokenKind.NewLine or TokenKind.Semicolon)
            index++;
        else if (token.Kind is not (TokenKind.Passage or TokenKind.EndOfFile))
            throw Fault(token, $"Invalid token found `{Show(token)}`. Expecting <EOL>/end of line.");
    }

    private void SkipNewLines()
    {
        while (Current.Kind == TokenKind.NewLine)
            index++;
    }

    private void SkipBlankNewLines()
    {
        if (newlinesAreBlanks > 0)
            SkipNewLines();
    }

    private void Advance()
    {
        index++;
        SkipBlankNewLines();
    }

    /// <summary>Where the token before the current one begins; of a passage, its last part.</summary>
    private int LastPlace()
    {
        if (index == 0)
            return Current.Start;
        Token last = tokens[index - 1];
        if (last.Kind != TokenKind.Passage)
            return last.Start;
        Passage passage = passages[last.Data];
        return passage.HasOpen ? passage.Begin + passage.Raw.Length : passage.Output.Length > 0 ? passage.OutputBegin : last.Start;
    }

    /// <summary>One level more of nesting; the reference reports a breach at the token before.</summary>
    private void Deeper()
    {
        depth++;
        if (depth > options.Limits.ExpressionDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw FaultAt(LastPlace(), $"The statement depth limit `{options.Limits.ExpressionDepth}` was reached when parsing this statement");
    }

    private string Word(Token token) => token.Kind != TokenKind.Identifier ? "" : Keywords.Find(source.Text.AsSpan(token.Start, token.End - token.Start));

    private string Lexeme(Token token) => source.Text[token.Start..token.End];

    private string Show(Token token) => token.Kind switch
    {
        TokenKind.EndOfFile => "<eof>",
        TokenKind.Passage => "}}",
        TokenKind.NewLine => "\\n",
        _ => Lexeme(token),
    };

    private SourceRange From(int start) => new(source, start, Math.Max(start, index > 0 ? tokens[index - 1].End : start));

    private SourceRange Of(Token token) => new(source, token.Start, token.End);

    private ScriptException Fault(Token token, string message) =>
        FaultAt(token.Kind == TokenKind.EndOfFile ? -1 : token.Start, message);

    private ScriptException FaultAt(int place, string message) =>
        new([new ScriptMessage(source.Locate(place), message), .. lexer.Messages], isParsing: true);
}
