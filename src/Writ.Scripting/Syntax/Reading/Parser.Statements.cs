namespace Writ.Scripting;

internal sealed partial class Parser
{
    private Statement Statement()
    {
        Token start = Current;
        string word = Word(start);
        switch (word)
        {
            case "if":
                return IfStatement();
            case "case":
                return CaseStatement();
            case "for" or "tablerow" when tokens[index + 1].Kind != TokenKind.Dot:
                return ForStatement();
            case "while" when tokens[index + 1].Kind != TokenKind.Dot:
                return WhileStatement();
            case "break" or "continue":
                index++;
                EndOfStatement();
                return new Jump(Of(start), word == "break");
            case "func":
                return FunctionStatement();
            case "ret":
                return ReturnStatement();
            case "import":
                index++;
                Import import = new(Of(start), Required("import statement", "import <expression>"));
                EndOfStatement();
                return import;
            case "readonly":
                return ReadOnlyStatement();
            case "with":
                return BlockStatement("with statement", "with <variable> ... end", static (range, value, body) => new With(range, value, body));
            case "capture":
                return BlockStatement("capture statement", "capture <variable> ... end", static (range, value, body) => new Capture(range, value, body));
            case "wrap":
                return BlockStatement("wrap statement", "wrap <function_call> ... end", static (range, value, body) => new Wrap(range, value, body));
            default:
                return Plain();
        }
    }

    private Statement BlockStatement(string node, string syntax, Func<SourceRange, Expression, Block, Statement> make)
    {
        int start = Current.Start;
        index++;
        Expression value = Required(node, syntax);
        EndOfStatement();
        Block body = Body(node, syntax);
        Statement made = make(From(start), value, body);
        EndOfStatement();
        return made;
    }

    private Statement IfStatement()
    {
        int start = Current.Start;
        Statement made = IfClause(start);
        EndOfStatement();
        return made;
    }

    // `else if` chains are read in a loop, so that a long chain is not deep; the tree is then built from its end.
    private Statement IfClause(int start)
    {
        const string Syntax = "if <expression> ... end|else|else if";
        List<(int Start, Expression Condition, Block Then)> clauses = [];
        int level = depth;
        Statement? otherwise = null;
        int clauseStart = start;
        while (true)
        {
            index++;
            Expression condition = Required("if statement", Syntax);
            EndOfStatement();
            clauses.Add((clauseStart, condition, Statements(int.MaxValue)));
            if (Word(Current) != "else")
                break;
            Token word = Current;
            depth++;
            if (Word(tokens[index + 1]) == "if")
            {
                index++;
                clauseStart = Current.Start;
                continue;
            }
            otherwise = ElseClause(word);
            break;
        }
        depth = level;
        End("if statement", Syntax);
        for (int i = clauses.Count - 1; i >= 0; i--)
            otherwise = new If(From(clauses[i].Start), clauses[i].Condition, clauses[i].Then, otherwise);
        return otherwise!;
    }

    private Else ElseClause(Token word)
    {
        index++;
        EndOfStatement();
        Block body = Statements(int.MaxValue);
        return new Else(From(word.Start), body);
    }

    private Case CaseStatement()
    {
        const string Syntax = "case <expression> ... end|when|else";
        int start = Current.Start;
        index++;
        Expression value = Required("case statement", Syntax);
        EndOfStatement();
        Block before = CaseHead();
        List<When> choices = [];
        Else? otherwise = null;
        int level = depth;
        if (Word(Current) == "else")
            throw Orphan();
        while (Word(Current) == "when")
        {
            depth++;
            int at = Current.Start;
            index++;
            List<Expression> values = WhenValues();
            EndOfStatement();
            choices.Add(new When(From(at), values, Statements(int.MaxValue)));
        }
        if (Word(Current) == "else")
            otherwise = ElseClause(Current);
        depth = level;
        End("case statement", Syntax);
        Case made = new(From(start), value, before, choices, otherwise);
        EndOfStatement();
        return made;
    }

    /// <summary>What may stand before the first <c>when</c>: raw text is kept for its delimiters but not printed; literal expressions run.</summary>
    private Block CaseHead()
    {
        int start = Current.Start;
        Block read = Statements(int.MaxValue);
        List<Statement> kept = [];
        foreach (Statement statement in read.Statements)
        {
            if (statement is Passage passage)
                kept.Add(passage.Silent());
            else if (statement is ExpressionStatement { Expression: not (Variable or Member or Indexer or Scripting.Call { Target: Variable or Member }) })
                kept.Add(statement);
            else
                throw FaultAt(statement.Range.Start, $"Unexpected statement/expression `{statement.Range.Text.Split(' ', ';', '\n')[0]}` in the body of a `case` statement. Only `when`/`else` are expected.");
        }
        return new Block(From(start), kept);
    }

    private List<Expression> WhenValues()
    {
        List<Expression> values = [];
        while (StartsExpression(Current))
        {
            AddAlternatives(Expression(), values);
            if (Current.Kind != TokenKind.Comma)
                break;
            index++;
        }
        if (values.Count == 0)
            throw Fault(Current, "When is expecting at least one value.");
        return values;
    }

    // `when 1 || 2` offers both values.
    private static void AddAlternatives(Expression value, List<Expression> values)
    {
        if (value is Binary { Kind: Operator.Or } either)
        {
            AddAlternatives(either.Left, values);
            AddAlternatives(either.Right, values);
        }
        else
            values.Add(value);
    }

    private For ForStatement()
    {
        Token start = Current;
        bool isTable = Word(start) == "tablerow";
        string node = isTable ? "tablerow statement" : "for statement";
        string syntax = isTable ? "tablerow <variable> in <expression> ... end" : "for <variable> in <expression> ... end";
        index++;
        if (!StartsExpression(Current))
            throw Fault(Current, $"Error while parsing {node}: Expecting <expression> instead of `{Show(Current)}` in: {syntax}");
        Deeper();
        Expression variable = Prefix();
        depth--;
        if (variable is not Path)
            throw Fault(start, $"Error while parsing {node}: Expecting a variable instead of `{variable}` in: {syntax}");
        if (Current.Kind != TokenKind.Identifier || Lexeme(Current) != "in")
            throw Fault(start, $"Error while parsing {node}: Expecting 'in' word instead of `{Show(Current)}` in: {syntax}");
        index++;
        if (!StartsExpression(Current))
            throw Fault(Current, $"Error while parsing {node}: Expecting <expression> instead of `{Show(Current)}` in: {syntax}");
        List<Argument> settings = [];
        Expression list = LoopExpression(settings);
        EndOfStatement();
        Block body = Statements(int.MaxValue);
        Else? otherwise = Word(Current) == "else" ? ElseClause(Current) : null;
        End(node, syntax);
        For made = new(From(start.Start), isTable, variable, list, settings, body, otherwise);
        EndOfStatement();
        return made;
    }

    private While WhileStatement()
    {
        int start = Current.Start;
        index++;
        Expression condition = Required("while statement", "while <expression> ... end");
        EndOfStatement();
        Block body = Body("while statement", "while <expression> ... end");
        While made = new(From(start), condition, body);
        EndOfStatement();
        return made;
    }

    private Return ReturnStatement()
    {
        int start = Current.Start;
        index++;
        Expression? value = StartsExpression(Current) ? Expression() : null;
        Return made = new(From(start), value);
        EndOfStatement();
        return made;
    }

    private ReadOnly ReadOnlyStatement()
    {
        Token start = Current;
        index++;
        if (VariableHere() is not { } target)
            throw Fault(start, $"Error while parsing readonly statement: Expecting a variable instead of `{Show(Current)}` in: readonly <variable>");
        ReadOnly made = new(From(start.Start), target);
        EndOfStatement();
        return made;
    }

    private Function FunctionStatement()
    {
        Token start = Current;
        index++;
        if (VariableHere() is not { } target)
            throw Fault(start, $"Error while parsing function statement: Expecting a variable instead of `{Show(Current)}` in: func <variable> ... end");
        FunctionBody body = FunctionBody(start, target.ToString());
        Function made = new(body.Range, target, body);
        EndOfStatement();
        return made;
    }

    private FunctionBody FunctionBody(Token start, string? name)
    {
        List<Parameter>? parameters = null;
        if (Current.Kind == TokenKind.OpenParenthesis)
            parameters = Parameters(start);
        EndOfStatement();
        Block body = Body("function statement", "func <variable> ... end");
        return new FunctionBody(From(start.Start), name, parameters, body, null);
    }

    private List<Parameter> Parameters(Token start)
    {
        List<Parameter> parameters = [];
        index++;
        while (Current.Kind != TokenKind.CloseParenthesis)
        {
            if (parameters.Count > 0)
            {
                if (Current.Kind != TokenKind.Comma)
                    throw Fault(Current, "Expecting a comma to separate arguments in a function call.");
                index++;
            }
            parameters.Add(Parameter(start, parameters));
        }
        index++;
        return parameters;
    }

    private Parameter Parameter(Token start, List<Parameter> before)
    {
        Token place = Current;
        if (!StartsExpression(place))
            throw Fault(place, "Expecting an expression for argument function calls instead of this token.");
        if (place.Kind != TokenKind.Identifier || Word(place) is "do" or "this" or "null" or "true" or "false")
            throw Fault(start, $"Error while parsing function statement: Expecting a variable instead of `{Show(place)}` in: func <variable> ... end");
        index++;
        Literal? standard = null;
        bool isVariadic = false;
        if (Current.Kind == TokenKind.TripleDot)
        {
            index++;
            isVariadic = true;
        }
        else if (Current.Kind == TokenKind.Assign)
        {
            index++;
            standard = Expression() as Literal ?? throw Fault(place, "Expecting only a literal for an optional parameter value.");
        }
        if (before.Count > 0 && before[^1].IsVariadic)
            throw Fault(place, isVariadic ? "Cannot declare multiple variable parameters." : "Cannot declare a normal parameter after an optional parameter.");
        if (standard is null && !isVariadic && before.Count > 0 && before[^1].Standard is not null)
            throw Fault(place, "Cannot declare a normal parameter after an optional parameter.");
        if (before.Count >= MaximumParameters)
            throw Fault(place, $"Cannot declare more than {MaximumParameters} parameters.");
        return new Parameter(From(place.Start), Lexeme(place), standard, isVariadic);
    }

    private const int MaximumParameters = 63;

    private Path? VariableHere()
    {
        Token token = Current;
        if (token.Kind == TokenKind.Identifier && Word(token) is not ("do" or "this" or "null" or "true" or "false"))
        {
            index++;
            return new Variable(Of(token), Lexeme(token));
        }
        if (token.Kind == TokenKind.Local && Lexeme(token) is not "$$")
        {
            index++;
            return new Local(Of(token), Lexeme(token)[1..]);
        }
        return null;
    }

    private Statement Plain()
    {
        int start = Current.Start;
        Token first = Current;
        if (!StartsExpression(first))
            throw Fault(first, $"Unexpected token {Show(first)}");
        mayAssign = true;
        Expression expression = Expression();
        mayAssign = false;
        if (pendingFunction is { } function)
        {
            pendingFunction = null;
            EndOfStatement();
            return function;
        }
        if (IsAssignment(Current.Kind))
        {
            Token sign = Current;
            index++;
            Operator kind = Operators.Of(sign.Kind);
            const string Syntax = "<target_expression> = <value_expression>";
            Expression value = Required("assign expression", Syntax);
            Assignment made = new(From(start), expression, kind, Of(sign), value);
            EndOfStatement();
            return made;
        }
        ExpressionStatement statement = new(From(start), expression);
        EndOfStatement();
        return statement;
    }

    private Expression Required(string node, string syntax)
    {
        if (!StartsExpression(Current))
            throw Fault(Current, $"Error while parsing {node}: Expecting <expression> instead of `{Show(Current)}` in: {syntax}");
        return Expression();
    }
}
