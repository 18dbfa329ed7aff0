namespace Writ.Scripting;

// Loosest first: pipe and conditional, call, binary operators by precedence, unary, postfix, primary.
internal sealed partial class Parser
{
    private const string AssignSyntax = "<target_expression> = <value_expression>";

    /// <summary>The expression begins its statement: it may be the target of an assignment.</summary>
    private bool mayAssign;

    /// <summary>Members, items and calls behind one value.</summary>
    private const int MostLinks = 1000;

    /// <summary>Conditionals whose first branch is being read.</summary>
    private int choices;

    /// <summary>Index of the token behind the last <c>do ... end</c>: nothing may continue an expression there.</summary>
    private int blockEnd = -1;

    /// <summary><c>f(x) = expression</c>, found while reading a statement.</summary>
    private Function? pendingFunction;

    private static bool IsAssignment(TokenKind kind) => kind is >= TokenKind.Assign and <= TokenKind.AssignPercent;

    private bool StartsExpression(Token token) => token.Kind switch
    {
        // Keywords mean something only where a statement begins.
        TokenKind.Identifier or TokenKind.Local or TokenKind.Integer or TokenKind.HexInteger or TokenKind.BinaryInteger or TokenKind.Float or TokenKind.Text or TokenKind.Verbatim
            or TokenKind.InterpolationStart or TokenKind.OpenParenthesis or TokenKind.OpenBracket or TokenKind.OpenBrace or TokenKind.Not or TokenKind.Minus
            or TokenKind.Plus or TokenKind.At or TokenKind.Caret or TokenKind.Increment or TokenKind.Decrement => true,
        _ => false,
    };

    private Expression Expression()
    {
        bool isStatement = mayAssign;
        mayAssign = false;
        int level = depth;
        Deeper();
        int start = Current.Start;
        Expression left = Operation(0, mayCall: true, isStatement);
        left = Tail(start, left, isStatement);
        depth = level;
        return left;
    }

    /// <summary>Pipes and conditionals after <paramref name="left"/>.</summary>
    private Expression Tail(int start, Expression left, bool isStatement)
    {
        while (true)
        {
            if (index == blockEnd)
                return left;
            switch (Current.Kind)
            {
                case TokenKind.Pipe:
                    Advance();
                    Deeper();
                    SkipNewLines();
                    if (!StartsExpression(Current))
                        throw Fault(Current, $"Error while parsing pipe expression: Expecting <expression> instead of `{Show(Current)}` in: <expression> | <expression>");
                    left = Piped(left, Operation(0, mayCall: true, isStatement: false));
                    break;
                case TokenKind.Question:
                    left = Choice(start, left);
                    break;
                default:
                    if (IsAssignment(Current.Kind) && !(isStatement && left is Path))
                        throw FaultAt(left.Range.Start, $"Error while parsing assign expression: Expression is only allowed for a top level assignment in: {AssignSyntax}");
                    return left;
            }
        }
    }

    // `a | f + b` pipes into f and adds b to its result.
    private static Expression Piped(Expression source, Expression target) => target is Binary binary
        ? new Binary(binary.Range, Piped(source, binary.Left), binary.Kind, binary.SignRange, binary.Right)
        : new Pipe(target.Range, source, target);

    private Conditional Choice(int start, Expression condition)
    {
        const string Syntax = "<condition> ? <then_value> : <else_value>";
        Advance();
        choices++;
        Expression yes = Required("conditional expression", Syntax);
        if (Current.Kind != TokenKind.Colon)
            throw Fault(Current, $"Unexpected token found `{Show(Current)}` while expecting `:`.");
        choices--;
        Advance();
        Expression no = Required("conditional expression", Syntax);
        return new Conditional(From(start), condition, yes, no);
    }

    /// <summary>The head of a <c>for</c>: what would be arguments are its settings, and their values are single operands.</summary>
    private Expression LoopExpression(List<Argument> settings)
    {
        int level = depth;
        Deeper();
        int start = Current.Start;
        Expression left = Operation(0, mayCall: true, isStatement: false, settings);
        left = Tail(start, left, isStatement: false);
        depth = level;
        return left;
    }

    private Expression Operation(int least, bool mayCall, bool isStatement, List<Argument>? settings = null)
    {
        int level = depth;
        int start = Current.Start;
        Expression left = Prefix();
        while (index != blockEnd)
        {
            Token sign = Current;
            Operator kind = Operators.Of(sign.Kind);
            if (kind != Operator.None && !IsAssignment(sign.Kind))
            {
                int precedence = Operators.Precedence(kind);
                if (precedence <= least)
                    break;
                // Every operator of a chain counts: the tree grows on its left side.
                Deeper();
                Advance();
                if (!StartsExpression(Current))
                    throw Fault(Current, $"Error while parsing binary expression: Expecting an <expression> to the right of the operator instead of `{Show(Current)}` in: <expression> operator <expression>");
                Deeper();
                Expression right = Operation(precedence, mayCall, isStatement: false);
                depth--;
                left = new Binary(From(start), left, kind, Of(sign), right);
                continue;
            }
            if (IsAssignment(sign.Kind))
            {
                Assigns(left, isStatement && least == 0);
                break;
            }
            if (sign.Kind == TokenKind.Colon && choices == 0 && mayCall && left is not (Variable or Local))
                throw FaultAt(left.Range.Start, "Expecting a simple global or local variable before `:` in order to create a named argument");
            if (!mayCall || !StartsExpression(sign))
                break;
            if (settings is not null && sign.Kind == TokenKind.Identifier)
            {
                Settings(settings);
                break;
            }
            // Behind its arguments a call takes no further operator.
            left = Juxtaposed(start, left, least);
            break;
        }
        depth = level;
        return left;
    }

    private void Assigns(Expression left, bool isTopLevel)
    {
        if (isTopLevel && left is Scripting.Call { HasParentheses: true, Target: Variable name } call && Current.Kind == TokenKind.Assign)
        {
            InlineFunction(call, name);
            return;
        }
        if (left is Scripting.Call { HasParentheses: true, Target: Variable } && !isTopLevel)
            throw FaultAt(left.Range.Start, "Error while parsing function call expression: Creating a function is only allowed for a top level assignment in: <target_expression> = <value_expression>");
        if (!isTopLevel || left is not Path)
            throw FaultAt(left.Range.Start, $"Error while parsing assign expression: Expression is only allowed for a top level assignment in: {AssignSyntax}");
    }

    private void InlineFunction(Call call, Variable name)
    {
        List<Parameter> parameters = [];
        foreach (Argument argument in call.Arguments)
        {
            if (argument is not { Name: null, Value: Variable parameter })
                throw FaultAt(call.Range.Start, $"Error while parsing assign expression: Expression is only allowed for a top level assignment in: {AssignSyntax}");
            parameters.Add(new Parameter(argument.Range, parameter.Name, null, false));
        }
        index++;
        Expression value = Required("expression statement", "<expression>");
        FunctionBody body = new(From(call.Range.Start), name.Name, parameters, null, value);
        pendingFunction = new Function(body.Range, name, body);
    }

    private Call Juxtaposed(int start, Expression target, int least)
    {
        List<Argument> arguments = [];
        while (StartsExpression(Current))
        {
            Argument argument = BareArgument(least, isSetting: false);
            arguments.Add(argument);
            if (index == blockEnd)
                break;
        }
        return new Call(From(start), target, arguments, hasParentheses: false);
    }

    private void Settings(List<Argument> settings)
    {
        while (Current.Kind == TokenKind.Identifier && StartsExpression(Current))
            settings.Add(BareArgument(0, isSetting: true));
    }

    /// <summary>A positional argument is a whole operation; a named one takes a single operand.</summary>
    private Argument BareArgument(int least, bool isSetting)
    {
        int start = Current.Start;
        Expression value = isSetting ? Prefix() : Operation(least, mayCall: false, isStatement: false);
        // Inside `c ? a : b` the colon after what is no name belongs to the conditional.
        if (Current.Kind != TokenKind.Colon || (choices > 0 && value is not (Variable or Local)))
            return new Argument(From(start), null, value);
        string name = ArgumentName(value);
        Advance();
        if (!StartsExpression(Current))
            throw Fault(Current, $"Error while parsing function call expression: Expecting <expression> instead of `{Show(Current)}` in: <target_expression> <arguments>");
        Deeper();
        Expression named = Prefix();
        depth--;
        return new Argument(From(start), name, named);
    }

    private string ArgumentName(Expression value) => value switch
    {
        Variable variable => variable.Name,
        Local { Name.Length: > 0 } local => local.Name,
        _ => throw FaultAt(value.Range.Start, "Expecting a simple global or local variable before `:` in order to create a named argument"),
    };

    private Expression Prefix()
    {
        Token token = Current;
        switch (token.Kind)
        {
            case TokenKind.Not or TokenKind.Minus or TokenKind.Plus or TokenKind.At or TokenKind.Caret:
                Advance();
                if (!StartsExpression(Current))
                    throw Fault(Current, $"Error while parsing unary expression: Expecting <expression> instead of `{Show(Current)}` in: <operator> <expression>");
                Deeper();
                // `@f a` passes a to f; `!f a` and `-f a` call f first.
                Expression operand = Operation(Operators.Unary, mayCall: token.Kind != TokenKind.At, isStatement: false);
                depth--;
                return new Unary(From(token.Start), source.Text[token.Start], operand);
            case TokenKind.Increment or TokenKind.Decrement:
                Advance();
                if (!StartsExpression(Current))
                    throw Fault(Current, $"Error while parsing increment/decrement expression: Expecting <expression> instead of `{Show(Current)}` in: <operator> <expression>");
                Deeper();
                Expression target = Operation(Operators.Unary, mayCall: false, isStatement: false);
                depth--;
                if (target is not Path path)
                    throw Fault(Current, "The operand of an increment or decrement operator must be a variable, property or indexer");
                return new Increment(From(token.Start), path, Of(token), token.Kind == TokenKind.Decrement, isPrefix: true);
            default:
                return Postfix(token.Start, Primary());
        }
    }

    private Expression Postfix(int start, Expression left)
    {
        for (int links = 0; index != blockEnd; links++)
        {
            Token token = Current;
            if (links > MostLinks)
                throw Fault(token, $"A path of more than {MostLinks} links cannot be read");
            switch (token.Kind)
            {
                case TokenKind.Dot or TokenKind.QuestionDot:
                    left = MemberOf(start, left, token);
                    break;
                case TokenKind.OpenBracket when token.Start == Previous.End && left is not (ArrayLiteral or ObjectLiteral):
                    Advance();
                    if (!StartsExpression(Current))
                        throw Fault(Current, $"Error while parsing indexer expression: Expecting <index_expression> instead of `{Show(Current)}` in: <expression>[<index_expression>]");
                    Expression item = Expression();
                    Close(TokenKind.CloseBracket, $"Unexpected token found `{Show(Current)}` while expecting `]`.");
                    left = new Indexer(From(start), left, item, isArgument: false);
                    break;
                case TokenKind.OpenParenthesis when token.Start == Previous.End && left is Path or Scripting.Call:
                    left = ParenthesizedCall(start, left);
                    break;
                case TokenKind.Increment or TokenKind.Decrement when left is not Increment:
                    if (left is not Path path)
                        throw Fault(token, "The operand of an increment or decrement operator must be a variable, property or indexer");
                    Advance();
                    left = new Increment(From(start), path, Of(token), token.Kind == TokenKind.Decrement, isPrefix: false);
                    break;
                default:
                    return left;
            }
        }
        return left;
    }

    private Expression MemberOf(int start, Expression left, Token dot)
    {
        index++;
        Token name = Current;
        if (name.Kind != TokenKind.Identifier)
            throw Fault(name, $"Invalid token `{Show(name)}`. The dot operator is expected to be followed by a plain identifier");
        string text = Lexeme(name);
        // `.empty?` and `.blank?` are questions, with the mark directly behind the name.
        if (text is "empty" or "blank" && tokens[index + 1] is { Kind: TokenKind.Question or TokenKind.QuestionDot or TokenKind.Coalesce or TokenKind.NotCoalesce } mark && (mark.Start == name.End || mark.Kind == TokenKind.Question))
        {
            index++;
            if (mark.Kind == TokenKind.Question)
                Advance();
            else
                tokens[index] = mark with { Kind = mark.Kind == TokenKind.QuestionDot ? TokenKind.Dot : mark.Kind == TokenKind.Coalesce ? TokenKind.Question : TokenKind.Not, Start = mark.Start + 1 };
            return new Question(new SourceRange(source, start, mark.Start + 1), left, text);
        }
        Advance();
        return new Member(From(start), left, text, Of(name), dot.Kind == TokenKind.QuestionDot);
    }

    private Call ParenthesizedCall(int start, Expression target)
    {
        List<Argument> arguments = [];
        int outer = choices;
        choices = 0;
        Advance();
        while (Current.Kind != TokenKind.CloseParenthesis)
        {
            if (arguments.Count > 0)
            {
                if (Current.Kind != TokenKind.Comma)
                    throw Fault(Current, "Expecting a comma to separate arguments in a function call.");
                Advance();
            }
            if (!StartsExpression(Current))
                throw Fault(Current, "Expecting an expression for argument function calls instead of this token.");
            int place = Current.Start;
            Expression value = Expression();
            string? name = null;
            if (Current.Kind == TokenKind.Colon)
            {
                name = ArgumentName(value);
                Advance();
                value = Required("function call expression", "<target_expression>(<arguments>)");
            }
            arguments.Add(new Argument(From(place), name, value));
        }
        choices = outer;
        Advance();
        return new Call(From(start), target, arguments, hasParentheses: true);
    }

    private void Close(TokenKind kind, string message)
    {
        if (Current.Kind != kind)
            throw Fault(Current, message);
        Advance();
    }
}
