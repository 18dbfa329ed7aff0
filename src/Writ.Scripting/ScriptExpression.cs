namespace Writ.Scripting;

/// <summary>One expression of the language, as rules use it: <c>data.fine > 0 &amp;&amp; data.party.kind == 'person'</c>. Immutable and thread-safe.</summary>
public sealed class ScriptExpression
{
    private readonly Expression expression;
    private readonly ScriptOptions options;

    private ScriptExpression(string text, Expression expression, ScriptOptions options)
    {
        Text = text;
        this.expression = expression;
        this.options = options;
    }

    public string Text { get; }

    /// <summary>Reads an expression; strict unless told otherwise. Throws <see cref="ScriptException"/>.</summary>
    public static ScriptExpression Parse(string text, string name = "expression", ScriptOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ScriptOptions dialect = options ?? ScriptOptions.Strict;
        return new ScriptExpression(text, Parser.ReadExpression(new SourceText(name, text), dialect), dialect);
    }

    /// <summary>The value for this model. Throws <see cref="ScriptException"/>.</summary>
    public ScriptValue Evaluate(ScriptObject model, ScriptContext context)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(context);
        return expression.Evaluate(new Run(options, context, model.Copy()));
    }

    /// <summary>The member paths of the model the expression reads, each with its place.</summary>
    public IReadOnlyList<ScriptReference> References() => Scripting.References.Of(expression);

    public override string ToString() => Text;
}
