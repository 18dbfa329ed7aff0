using System.Numerics;

namespace Writ.Scripting;

/// <summary>Binary and unary operators on numbers. The greater kind decides; whole results shrink to the smallest kind.</summary>
internal static class Arithmetic
{
    private const int GreatestShift = 1_048_576;

    public static ScriptValue Apply(Run run, Operator kind, ScriptNumber left, ScriptNumber right, Operands places)
    {
        NumberKind common = (NumberKind)Math.Max((int)left.NumberKind, (int)right.NumberKind);
        if (kind is Operator.Range or Operator.RangeExclusive)
            return Range(run, kind, left, right, common, places);
        return common switch
        {
            NumberKind.Int => OnLongs(run, kind, left.Long, right.Long, places),
            NumberKind.Long or NumberKind.Big => OnBig(run, kind, left.Big, right.Big, places),
            NumberKind.Float => OnFloats(run, kind, left.AsFloat, right.AsFloat, places),
            NumberKind.Double => OnDoubles(run, kind, left.AsDouble, right.AsDouble, places),
            _ => OnDecimals(run, kind, left, right, places),
        };
    }

    /// <summary>A bool beside a number counts 0 or 1; two bools only compare for equality.</summary>
    public static ScriptValue WithBool(Run run, Operator kind, ScriptValue left, ScriptValue right, Operands places)
    {
        if (left is ScriptBool x && right is ScriptBool y)
        {
            if (kind is Operator.Equal or Operator.NotEqual)
                return ScriptBool.Of(x.Value == y.Value == (kind == Operator.Equal));
            throw run.Fault(places.Sign, $"The operator `{Operators.Sign(kind)}` is not valid for bool<->bool");
        }
        return Apply(run, kind, Number(left), Number(right), places);
    }

    /// <summary><c>-a</c> and <c>+a</c>.</summary>
    public static ScriptValue Sign(Run run, char sign, ScriptValue value, SyntaxNode place)
    {
        if (value is ScriptNull)
            throw run.Fault(place, $"Operator `{sign}` is not supported");
        if (value is not ScriptNumber number)
            throw run.Fault(place, $"Unexpected value `{run.Text(value)} / Type: {value.Kind}`. Cannot negate(-)/positive(+) a non-numeric value");
        if (sign == '+')
            return number;
        return number.NumberKind switch
        {
            NumberKind.Decimal => ScriptNumber.Decimal(-number.AsDecimal),
            NumberKind.Float => ScriptNumber.Float(-number.AsFloat),
            NumberKind.Double => ScriptNumber.Double(-number.AsDouble),
            _ => ScriptNumber.Whole(-number.Big),
        };
    }

    private static ScriptNumber Number(ScriptValue value) => value is ScriptBool flag ? ScriptNumber.Whole(flag.Value ? 1 : 0) : (ScriptNumber)value;

    private static ScriptValue OnLongs(Run run, Operator kind, long a, long b, Operands places)
    {
        switch (kind)
        {
            case Operator.Add: return ScriptNumber.Whole(a + b);
            case Operator.Subtract: return ScriptNumber.Whole(a - b);
            case Operator.Multiply: return ScriptNumber.Whole(a * b);
            case Operator.Divide: return ScriptNumber.Double((double)a / b);
            case Operator.DivideWhole when b != 0: return ScriptNumber.Whole(a / b);
            case Operator.Modulo when b != 0: return ScriptNumber.Whole(a % b);
            case >= Operator.Equal and <= Operator.GreaterEqual: return ScriptBool.Of(Operating.Holds(kind, a.CompareTo(b)));
            default: return OnBig(run, kind, a, b, places);
        }
    }

    private static ScriptValue OnBig(Run run, Operator kind, BigInteger a, BigInteger b, Operands places)
    {
        switch (kind)
        {
            case Operator.Add: return ScriptNumber.Whole(a + b);
            case Operator.Subtract: return ScriptNumber.Whole(a - b);
            case Operator.Multiply:
                if (a.GetBitLength() + b.GetBitLength() > GreatestShift * 8L)
                    throw run.Fault(places.Sign, "The number is too large");
                return ScriptNumber.Whole(a * b);
            case Operator.Divide: return ScriptNumber.Double(b.IsZero ? (double)a / 0.0 : (double)a / (double)b);
            case Operator.DivideWhole: return ScriptNumber.Whole(b.IsZero ? throw DivideByZero(run, places) : BigInteger.Divide(a, b));
            case Operator.Modulo: return ScriptNumber.Whole(b.IsZero ? throw DivideByZero(run, places) : BigInteger.Remainder(a, b));
            case Operator.ShiftLeft or Operator.ShiftRight:
                if (BigInteger.Abs(b) > GreatestShift)
                    throw run.Fault(places.Sign, $"The shift amount exceeds {GreatestShift}");
                if (a.GetBitLength() > GreatestShift * 8L)
                    throw run.Fault(places.Sign, "The number is too large");
                return ScriptNumber.Whole(kind == Operator.ShiftLeft ? a << (int)b : a >> (int)b);
            default: return ScriptBool.Of(Operating.Holds(kind, a.CompareTo(b)));
        }
    }

    private static ScriptValue OnFloats(Run run, Operator kind, float a, float b, Operands places)
    {
        switch (kind)
        {
            case Operator.Add: return ScriptNumber.Float(a + b);
            case Operator.Subtract: return ScriptNumber.Float(a - b);
            case Operator.Multiply: return ScriptNumber.Float(a * b);
            case Operator.Divide: return ScriptNumber.Float(a / b);
            case Operator.DivideWhole: return ScriptNumber.Float(MathF.Truncate(a / b));
            case Operator.Modulo: return ScriptNumber.Float(a % b);
            case Operator.ShiftLeft: return ScriptNumber.Float(a * MathF.Pow(2, b));
            case Operator.ShiftRight: return ScriptNumber.Float(a / MathF.Pow(2, b));
            default: return Compared(kind, a, b);
        }
    }

    private static ScriptValue OnDoubles(Run run, Operator kind, double a, double b, Operands places)
    {
        switch (kind)
        {
            case Operator.Add: return ScriptNumber.Double(a + b);
            case Operator.Subtract: return ScriptNumber.Double(a - b);
            case Operator.Multiply: return ScriptNumber.Double(a * b);
            case Operator.Divide: return ScriptNumber.Double(a / b);
            case Operator.DivideWhole: return ScriptNumber.Double(Math.Round(a / b));
            case Operator.Modulo: return ScriptNumber.Double(a % b);
            case Operator.ShiftLeft: return ScriptNumber.Double(a * Math.Pow(2, b));
            case Operator.ShiftRight: return ScriptNumber.Double(a / Math.Pow(2, b));
            default: return Compared(kind, a, b);
        }
    }

    private static ScriptValue OnDecimals(Run run, Operator kind, ScriptNumber left, ScriptNumber right, Operands places)
    {
        try
        {
            decimal a = left.AsDecimal;
            decimal b = right.AsDecimal;
            return kind switch
            {
                Operator.Add => ScriptNumber.Decimal(a + b),
                Operator.Subtract => ScriptNumber.Decimal(a - b),
                Operator.Multiply => ScriptNumber.Decimal(a * b),
                Operator.Divide => ScriptNumber.Decimal(a / b),
                Operator.DivideWhole => ScriptNumber.Decimal(decimal.Round(a / b)),
                Operator.Modulo => ScriptNumber.Decimal(a % b),
                Operator.ShiftLeft => ScriptNumber.Decimal(a * (decimal)Math.Pow(2, (double)b)),
                Operator.ShiftRight => ScriptNumber.Decimal(a / (decimal)Math.Pow(2, (double)b)),
                _ => ScriptBool.Of(Operating.Holds(kind, a.CompareTo(b))),
            };
        }
        catch (ArithmeticException error)
        {
            throw run.Fault(places.Sign, error.Message);
        }
    }

    private static ScriptBool Compared(Operator kind, double a, double b) => ScriptBool.Of(kind switch
    {
        Operator.Equal => a == b,
        Operator.NotEqual => a != b,
        Operator.Less => a < b,
        Operator.LessEqual => a <= b,
        Operator.Greater => a > b,
        _ => a >= b,
    });

    private static ScriptRange Range(Run run, Operator kind, ScriptNumber left, ScriptNumber right, NumberKind common, Operands places)
    {
        if (common > NumberKind.Big)
            throw run.Fault(places.Sign, $"The operator `{Operators.Sign(kind)}` is not implemented for {left.Kind}<->{right.Kind}");
        BigInteger a = left.Big;
        BigInteger b = right.Big;
        BigInteger count = BigInteger.Abs(b - a) + (kind == Operator.Range ? 1 : 0);
        if (run.Limits.Loop > 0 && count > run.Limits.Loop)
            throw run.Fault(places.Sign, $"Range expression exceeds LoopLimit `{run.Limits.Loop}`.");
        return new ScriptRange(a, count, a <= b ? 1 : -1);
    }

    private static ScriptException DivideByZero(Run run, Operands places) => run.Fault(places.Sign, "Attempted to divide by zero.");
}
