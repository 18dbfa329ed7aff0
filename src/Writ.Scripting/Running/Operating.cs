using System.Text;

namespace Writ.Scripting;

/// <summary>Binary operators on values. The first rule that fits decides: text, null, empty, lists, numbers, dates, objects.</summary>
internal static class Operating
{
    public static ScriptValue Apply(Run run, Operator kind, ScriptValue left, ScriptValue right, Operands places)
    {
        switch (kind)
        {
            case Operator.Coalesce:
                return left is ScriptNull ? right : left;
            case Operator.NotCoalesce:
                return left is ScriptNull ? left : right;
            case Operator.And:
                return ScriptBool.Of(left.IsTrue && right.IsTrue);
            case Operator.Or:
                return ScriptBool.Of(left.IsTrue || right.IsTrue);
        }
        if (left is ScriptNumber a && right is ScriptNumber b)
            return Arithmetic.Apply(run, kind, a, b, places);
        if ((left is ScriptEmpty && right is ScriptText) || (left is ScriptText && right is ScriptEmpty))
            return ScriptBool.Of(kind == Operator.NotEqual);
        if (left is ScriptText || right is ScriptText || IsComparedMarkup(kind, left, right))
            return OnText(run, kind, left, right, places);
        if (left is ScriptMarkup || right is ScriptMarkup)
            return OnMarkup(run, kind, left, right, places);
        if (left is ScriptNull || right is ScriptNull)
            return OnNull(kind, left, right);
        if (left is ScriptEmpty || right is ScriptEmpty)
            return OnEmpty(kind, left, right);
        if (IsList(left) || IsList(right))
            return ListOperating.Apply(run, kind, left, right, places);
        if (left is ScriptBool or ScriptNumber && right is ScriptBool or ScriptNumber)
            return Arithmetic.WithBool(run, kind, left, right, places);
        if (left is ScriptDate && right is ScriptDate or ScriptDuration)
            return OnDates(run, kind, (ScriptDate)left, right, places);
        if (left is ScriptDuration x && right is ScriptDuration y && kind is Operator.Equal or Operator.NotEqual)
            return ScriptBool.Of(x.Value == y.Value == (kind == Operator.Equal));
        if (kind is Operator.Equal or Operator.NotEqual)
            return ScriptBool.Of(ReferenceEquals(left, right) == (kind == Operator.Equal));
        throw Unsupported(run, kind, left, right, places);
    }

    public static bool IsList(ScriptValue value) => value is ScriptArray or ScriptSequence;

    public static ScriptException Unsupported(Run run, Operator kind, ScriptValue left, ScriptValue right, Operands places)
    {
        // A number asked for, an object found: the error names the object.
        if (left is ScriptNumber && right is ScriptObject or ScriptFunction && kind is not (Operator.Less or Operator.LessEqual or Operator.Greater or Operator.GreaterEqual))
            return run.Fault(places.Sign, $"Unable to convert type `{right.Kind}` to {left.Kind}");
        return run.Fault(places.Sign, $"Unsupported types `{run.Text(left)}/{left.Kind}` {Operators.Sign(kind)} `{run.Text(right)}/{right.Kind}` for binary operation");
    }

    private static bool IsComparedMarkup(Operator kind, ScriptValue left, ScriptValue right) =>
        kind is >= Operator.Equal and <= Operator.GreaterEqual && (left is ScriptMarkup || right is ScriptMarkup);

    private static ScriptValue OnText(Run run, Operator kind, ScriptValue left, ScriptValue right, Operands places)
    {
        switch (kind)
        {
            case Operator.Add:
                return Concatenate(run, left, right);
            case Operator.Multiply:
                return Repeat(run, left, right, places);
            case >= Operator.Equal and <= Operator.GreaterEqual:
                int order = Compare(left is ScriptNull ? null : run.Text(left), right is ScriptNull ? null : run.Text(right));
                return ScriptBool.Of(Holds(kind, order));
            default:
                throw run.Fault(places.Sign, $"Operator `{Operators.Sign(kind)}` is not supported on string objects");
        }
    }

    private static int Compare(string? left, string? right) => string.CompareOrdinal(left, right);

    public static bool Holds(Operator kind, int order) => kind switch
    {
        Operator.Equal => order == 0,
        Operator.NotEqual => order != 0,
        Operator.Less => order < 0,
        Operator.LessEqual => order <= 0,
        Operator.Greater => order > 0,
        _ => order >= 0,
    };

    private static ScriptValue Concatenate(Run run, ScriptValue left, ScriptValue right)
    {
        // Markup stays markup; what is joined to it is escaped on the way.
        if (run.Options.EscapesPrintedValues && (left is ScriptMarkup || right is ScriptMarkup))
            return new ScriptMarkup(AsMarkup(run, left) + AsMarkup(run, right));
        string a = run.Text(left);
        string b = run.Text(right);
        if ((long)a.Length + b.Length > Math.Max(run.Limits.Output, 1) * 64L)
            throw run.FaultHere("The text is too long");
        return new ScriptText(a + b);
    }

    public static string AsMarkup(Run run, ScriptValue value) => value is ScriptMarkup markup ? markup.Value : Escaping.Xml(run.Text(value));

    private static ScriptValue OnMarkup(Run run, Operator kind, ScriptValue left, ScriptValue right, Operands places) =>
        kind == Operator.Add && run.Options.EscapesPrintedValues
            ? new ScriptMarkup(AsMarkup(run, left) + AsMarkup(run, right))
            : left is ScriptNull || right is ScriptNull ? OnNull(kind, left, right) : throw Unsupported(run, kind, left, right, places);

    private static ScriptText Repeat(Run run, ScriptValue left, ScriptValue right, Operands places)
    {
        // Of two texts the left one is read as the number.
        bool textLeft = right is not ScriptText;
        ScriptText text = (ScriptText)(textLeft ? left : right);
        ScriptValue count = textLeft ? right : left;
        SyntaxNode place = textLeft ? places.Right : places.Left;
        int times;
        if (count is ScriptText digits)
        {
            if (!int.TryParse(digits.Value, System.Globalization.NumberStyles.Integer, run.Culture, out times))
                throw run.Fault(place, "Expecting an integer. The operator `*` is not supported for the expression. Only working on string x int or int x string");
        }
        else if (count is ScriptNumber or ScriptBool or ScriptNull)
            times = Conversions.Int(run, count, place);
        else
            throw run.Fault(place, "Expecting an integer. The operator `*` is not supported for the expression. Only working on string x int or int x string");
        if (times <= 0 || text.Value.Length == 0)
            return ScriptText.Blank;
        if (run.Limits.Output > 0 && (long)text.Value.Length * times > run.Limits.Output)
            throw run.Fault(places.Right, $"String multiplication exceeds LimitToString `{run.Limits.Output}`.");
        return new ScriptText(new StringBuilder(text.Value.Length * times).Insert(0, text.Value, times).ToString());
    }

    private static ScriptValue OnNull(Operator kind, ScriptValue left, ScriptValue right) => kind switch
    {
        Operator.Equal => ScriptBool.Of(left is ScriptNull && right is ScriptNull),
        Operator.NotEqual => ScriptBool.Of(!(left is ScriptNull && right is ScriptNull)),
        Operator.Less or Operator.LessEqual or Operator.Greater or Operator.GreaterEqual => ScriptBool.False,
        _ => ScriptValue.Null,
    };

    private static ScriptBool OnEmpty(Operator kind, ScriptValue left, ScriptValue right)
    {
        ScriptValue other = left is ScriptEmpty ? right : left;
        bool isEmpty = other switch
        {
            ScriptArray array => array.Items.Count == 0,
            ScriptObject members => members.Count == 0,
            ScriptSequence lazy => !lazy.Walk().Any(),
            ScriptEmpty => true,
            _ => false,
        };
        return kind switch
        {
            Operator.Equal => ScriptBool.Of(isEmpty),
            Operator.NotEqual => ScriptBool.Of(!isEmpty),
            _ => ScriptBool.False,
        };
    }

    private static ScriptValue OnDates(Run run, Operator kind, ScriptDate left, ScriptValue right, Operands places)
    {
        if (right is ScriptDate other)
        {
            if (kind == Operator.Subtract)
                return new ScriptDuration(left.Value - other.Value);
            if (kind is >= Operator.Equal and <= Operator.GreaterEqual)
                return ScriptBool.Of(Holds(kind, left.Value.CompareTo(other.Value)));
            throw run.Fault(places.Sign, $"The operator `{kind}` is not supported for DateTime");
        }
        if (kind != Operator.Add)
            throw run.Fault(places.Sign, $"The operator `{kind}` is not supported for between <DateTime> and <TimeSpan>");
        TimeSpan span = ((ScriptDuration)right).Value;
        return left.Value.Ticks + span.Ticks is >= 0 and var ticks && ticks <= DateTime.MaxValue.Ticks ? new ScriptDate(left.Value + span)
            : throw run.Fault(places.Sign, "The date is out of range");
    }
}
