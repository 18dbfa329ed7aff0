using System.Globalization;
using System.Numerics;

namespace Writ.Scripting;

internal sealed partial class Parser
{
    private Expression Primary()
    {
        Token token = Current;
        switch (token.Kind)
        {
            case TokenKind.Identifier:
                return Named(token);
            case TokenKind.Local:
                return LocalOrArgument(token);
            case TokenKind.Integer or TokenKind.HexInteger or TokenKind.BinaryInteger or TokenKind.Float:
                Advance();
                string lexeme = Lexeme(token);
                return new Literal(Of(token), lexeme, Numerals.Read(lexeme, token.Kind, options.ReadsDecimals)
                    ?? throw Fault(token, $"The number `{lexeme}` cannot be read"));
            case TokenKind.Text:
                Advance();
                return new Literal(Of(token), Lexeme(token), new ScriptText(Quoted.Unescape(source.Text.AsSpan(token.Start + 1, token.End - token.Start - 2))));
            case TokenKind.Verbatim:
                Advance();
                return new Literal(Of(token), Lexeme(token), new ScriptText(source.Text[(token.Start + 1)..(token.End - 1)].Replace("``", "`", StringComparison.Ordinal)));
            case TokenKind.InterpolationStart:
                return InterpolationHere();
            case TokenKind.OpenParenthesis:
                return ParenthesisHere();
            case TokenKind.OpenBracket:
                return ArrayHere();
            case TokenKind.OpenBrace:
                return ObjectHere();
            default:
                throw Fault(token, $"Unexpected token {Show(token)}");
        }
    }

    private Expression Named(Token token)
    {
        string word = Word(token);
        switch (word)
        {
            case "true" or "false":
                Advance();
                return new Literal(Of(token), word, ScriptBool.Of(word == "true"));
            case "null":
                Advance();
                return new Literal(Of(token), word, ScriptValue.Null);
            case "this":
                Advance();
                return new This(Of(token));
            case "do":
                index++;
                int blanks = newlinesAreBlanks;
                newlinesAreBlanks = 0;
                FunctionBody body = FunctionBody(token, null);
                newlinesAreBlanks = blanks;
                blockEnd = index;
                SkipBlankNewLines();
                if (blanks > 0)
                    blockEnd = index;
                return new AnonymousFunction(body.Range, body);
            case "for" or "while" or "tablerow" when tokens[index + 1].Kind == TokenKind.Dot:
                return LoopMemberHere(token, word);
            default:
                Advance();
                return new Variable(Of(token), Lexeme(token));
        }
    }

    private LoopMember LoopMemberHere(Token token, string loop)
    {
        index += 2;
        Token name = Current;
        string text = name.Kind == TokenKind.Identifier ? Lexeme(name) : "";
        if (name.Kind != TokenKind.Identifier)
            throw Fault(token, $"Invalid token `{Show(name)}`. The loop variable <{loop}> dot must be followed by an identifier");
        if (!LoopState.Knows(loop, text))
            throw Fault(token, $"The loop variable <{loop}.{text}> is not supported");
        Advance();
        return new LoopMember(From(token.Start), loop, text, Of(name));
    }

    private Expression LocalOrArgument(Token token)
    {
        string name = Lexeme(token)[1..];
        if (name == "$")
        {
            if (!IsWholeStatement())
                throw Fault(token.Kind == TokenKind.Local ? tokens[index + 1] : token, "Cannot use block delegate $$ in a nested expression");
            index++;
            blockEnd = index;
            return new BlockDelegate(Of(token));
        }
        Advance();
        if (name.Length > 0 && char.IsAsciiDigit(name[0]) && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int position))
            return new Indexer(Of(token), new Local(Of(token), ""), new Literal(Of(token), name, ScriptNumber.Whole(position)), isArgument: true);
        return new Local(Of(token), name);
    }

    private bool IsWholeStatement()
    {
        bool begins = index == 0 || tokens[index - 1].Kind is TokenKind.NewLine or TokenKind.Semicolon or TokenKind.Passage;
        return begins;
    }

    private Interpolation InterpolationHere()
    {
        Token start = Current;
        index++;
        Deeper();
        List<Expression> parts = [];
        while (true)
        {
            Token token = Current;
            switch (token.Kind)
            {
                case TokenKind.InterpolationPart:
                    index++;
                    if (token.End > token.Start)
                        parts.Add(new InterpolationText(Of(token), Lexeme(token), Quoted.Unescape(source.Text.AsSpan(token.Start, token.End - token.Start))));
                    break;
                case TokenKind.HoleStart:
                    index++;
                    parts.Add(Required("interpolated string", "$\"...{<expression>}...\""));
                    if (Current.Kind != TokenKind.HoleEnd)
                        throw Fault(Current, $"Unexpected token found `{Show(Current)}` while expecting `}}`.");
                    index++;
                    break;
                case TokenKind.InterpolationEnd:
                    depth--;
                    Advance();
                    return new Interpolation(From(start.Start), source.Text[start.Start + 1], parts);
                default:
                    // An unknown escape is reported at the whole text, a missing quote where the file ends.
                    throw Fault(token.Data == Lexer.UnknownEscape ? start : token, $"Unexpected token {Show(token)}");
            }
        }
    }

    private Parenthesis ParenthesisHere()
    {
        Token start = Current;
        int outer = choices;
        choices = 0;
        Advance();
        if (!StartsExpression(Current))
            throw Fault(Current, $"Error while parsing parenthesis expression: Expecting <expression> instead of `{Show(Current)}` in: (<expression>)");
        Expression inner = Expression();
        if (Current.Kind != TokenKind.CloseParenthesis)
            throw Fault(Current, $"Invalid token `{Show(Current)}`. Expecting a closing `)`.");
        choices = outer;
        Advance();
        return new Parenthesis(From(start.Start), inner);
    }

    private ArrayLiteral ArrayHere()
    {
        Token start = Current;
        Deeper();
        newlinesAreBlanks++;
        Advance();
        List<Expression> items = [];
        while (Current.Kind != TokenKind.CloseBracket)
        {
            if (items.Count > 0)
            {
                if (Current.Kind != TokenKind.Comma)
                    throw Fault(Current, $"Unexpected token found `{Show(Current)}` while expecting `]`.");
                Advance();
                if (Current.Kind == TokenKind.CloseBracket)
                    break;
            }
            items.Add(Required("array initializer", "[item1, item2,...]"));
        }
        newlinesAreBlanks--;
        depth--;
        Advance();
        return new ArrayLiteral(From(start.Start), items);
    }

    private ObjectLiteral ObjectHere()
    {
        Token start = Current;
        newlinesAreBlanks++;
        Advance();
        List<ObjectMember> members = [];
        while (Current.Kind != TokenKind.CloseBrace)
        {
            if (members.Count > 0)
            {
                if (Current.Kind != TokenKind.Comma)
                    throw Fault(Current, $"Unexpected token found `{Show(Current)}` while expecting `}}`.");
                Advance();
                if (Current.Kind == TokenKind.CloseBrace)
                    break;
            }
            members.Add(ObjectMemberHere());
        }
        newlinesAreBlanks--;
        Advance();
        return new ObjectLiteral(From(start.Start), members);
    }

    private ObjectMember ObjectMemberHere()
    {
        Token name = Current;
        if (name.Kind is not (TokenKind.Identifier or TokenKind.Text))
            throw Fault(name, $"Unexpected token `{Show(name)}` while parsing object initializer. Expecting a simple identifier for the member name.");
        string lexeme = Lexeme(name);
        string key = name.Kind == TokenKind.Text ? Quoted.Unescape(lexeme.AsSpan(1, lexeme.Length - 2)) : lexeme;
        Advance();
        if (Current.Kind != TokenKind.Colon)
            throw Fault(Current, $"Unexpected token `{Show(Current)}` Expecting a colon : after identifier `{lexeme}` for object initializer member name");
        Advance();
        Expression value = Required("object initializer", "{member: value, ...}");
        return new ObjectMember(From(name.Start), lexeme, key, value);
    }
}
