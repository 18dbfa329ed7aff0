namespace Writ.Scripting;

/// <summary>Binary operators where one side is an array or a lazy list.</summary>
internal static class ListOperating
{
    public static ScriptValue Apply(Run run, Operator kind, ScriptValue left, ScriptValue right, Operands places)
    {
        IEnumerable<ScriptValue>? a = Lists.TryWalk(left);
        IEnumerable<ScriptValue>? b = Lists.TryWalk(right);
        switch (kind)
        {
            case Operator.ShiftLeft when a is not null:
                return Appended(left, a, right);
            case Operator.ShiftRight when b is not null:
                return new ScriptArray(b.Prepend(left));
            case Operator.Add:
                if (a is null)
                    throw run.Fault(places.Left, $"The operator `+` is not supported between {left.Kind} and {right.Kind}. Expecting an array for the left argument.");
                if (b is null)
                    throw run.Fault(places.Right, $"The operator `+` is not supported between {left.Kind} and {right.Kind}. Expecting an array for the right argument.");
                return new ScriptSequence(() => a.Concat(b));
            case Operator.Multiply or Operator.Divide or Operator.Modulo when (a is null) != (b is null):
                return Scaled(run, kind, left, right, a, places);
            case >= Operator.Equal and <= Operator.GreaterEqual when a is not null && b is not null:
                return ScriptBool.Of(Compare(run, kind, [.. a], [.. b], places));
            case >= Operator.Equal and <= Operator.GreaterEqual:
                throw run.Fault(a is null ? places.Left : places.Right, $"The operator `{Operators.Sign(kind)}` is not supported between {left.Kind} and {right.Kind}. Expecting an array for the {(a is null ? "left" : "right")} argument.");
            default:
                throw run.Fault(places.Sign, $"The operator `{Operators.Sign(kind)}` is not supported between {left.Kind} and {right.Kind}.");
        }
    }

    private static ScriptArray Appended(ScriptValue left, IEnumerable<ScriptValue> items, ScriptValue value) => new(items.Append(value));

    private static ScriptValue Scaled(Run run, Operator kind, ScriptValue left, ScriptValue right, IEnumerable<ScriptValue>? a, Operands places)
    {
        if (a is null && kind != Operator.Multiply)
            throw run.Fault(places.Left, $"The operator `{Operators.Sign(kind)}` is not supported between {left.Kind} and {right.Kind}.");
        ScriptValue list = a is null ? right : left;
        ScriptValue factor = a is null ? left : right;
        SyntaxNode factorPlace = a is null ? places.Left : places.Right;
        if (factor is not (ScriptNumber or ScriptBool))
            throw run.Fault(places.Sign, $"Unable to convert type `{factor.Kind}` to int");
        int n = Conversions.Int(run, factor, factorPlace);
        if (n < 0)
            throw run.Fault(factorPlace, $"The operator `{Operators.Sign(kind)}` is not supported between {left.Kind} and {right.Kind}. Integer {n} cannot be negative when multiplying");
        if (n == 0 && kind != Operator.Multiply)
            throw run.Fault(factorPlace, "Cannot divide by 0");
        IEnumerable<ScriptValue> items = Lists.TryWalk(list)!;
        switch (kind)
        {
            case Operator.Multiply:
                if (list is ScriptArray array && (long)array.Items.Count * Math.Max(n, 0) > int.MaxValue - 60)
                    throw run.Fault(places.Sign, "Array multiplication result length exceeds the maximum supported array length.");
                ScriptArray repeated = new();
                run.EnterWalk();
                for (int i = 0; i < n; i++)
                {
                    bool any = false;
                    foreach (ScriptValue item in items)
                    {
                        run.CountRound(places.Sign, "internal iteration");
                        repeated.Items.Add(item);
                        any = true;
                    }
                    if (!any)
                        run.CountRound(places.Sign, "internal iteration");
                }
                run.LeaveWalk();
                return repeated;
            case Operator.Divide:
                // On a lazy list the reference gives one item too many.
                int keep = list is ScriptArray whole ? whole.Items.Count / n : (items.Count() / n) + 1;
                return new ScriptSequence(() => items.Take(keep));
            default:
                return new ScriptSequence(() => items.Where((_, index) => index % n == 0));
        }
    }

    private static bool Compare(Run run, Operator kind, List<ScriptValue> a, List<ScriptValue> b, Operands places)
    {
        if (a.Count != b.Count)
            return kind switch
            {
                Operator.Equal => false,
                Operator.NotEqual => true,
                Operator.Less or Operator.LessEqual => a.Count < b.Count,
                _ => a.Count > b.Count,
            };
        // `!=` holds only when all items differ.
        for (int i = 0; i < a.Count; i++)
            if (!Operating.Apply(run, kind, a[i], b[i], places).IsTrue)
                return false;
        return true;
    }
}
