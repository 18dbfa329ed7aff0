using System.Globalization;

namespace Writ.Scripting;

/// <summary>The namespace <c>math</c>.</summary>
internal static class MathFunctions
{
    private const int MostDigits = 15;

    public static ScriptObject Make() => new FunctionTable()
        .Add("abs", "value", Abs)
        .Add("ceil", "value", static a => ScriptNumber.Double(Math.Ceiling(a.Double(0))))
        .Add("floor", "value", static a => ScriptNumber.Double(Math.Floor(a.Double(0))))
        .Add("round", "value precision?", Round)
        .Add("divided_by", "value divisor", DividedBy)
        .Add("format", "value format culture?", Format)
        .Add("is_number", "value", static a => ScriptBool.Of(a.Value(0) is ScriptNumber))
        .Add("minus", "value with", static a => Apply(a, Operator.Subtract))
        .Add("plus", "value with", static a => Apply(a, Operator.Add))
        .Add("times", "value with", static a => Apply(a, Operator.Multiply))
        .Add("modulo", "value with", static a => Apply(a, Operator.Modulo))
        .Add("uuid", "", static a => new ScriptText(Uuid(a)))
        .Add("random", "minValue maxValue", Random)
        .Close();

    private static ScriptValue Abs(Arguments a) => a.Value(0) switch
    {
        ScriptNull => ScriptValue.Null,
        ScriptNumber { IsWhole: true } number => ScriptNumber.Whole(System.Numerics.BigInteger.Abs(number.Big)),
        ScriptNumber { NumberKind: NumberKind.Decimal } number => ScriptNumber.Decimal(Math.Abs(number.AsDecimal)),
        ScriptNumber { NumberKind: NumberKind.Float } number => ScriptNumber.Float(Math.Abs(number.AsFloat)),
        ScriptNumber number => ScriptNumber.Double(Math.Abs(number.AsDouble)),
        ScriptValue value => throw a.Fault(0, $"The value `{a.Run.Text(value)}` is not a number"),
    };

    private static ScriptNumber Round(Arguments a)
    {
        double value = a.Double(0);
        int precision = a.Int(1);
        if (precision is < 0 or > MostDigits)
            throw a.Fault(1, "Rounding digits must be between 0 and 15, inclusive. (Parameter 'digits')");
        return ScriptNumber.Double(Math.Round(value, precision, MidpointRounding.ToEven));
    }

    // An int divisor floors the result to an int; by zero that saturates at int.MaxValue.
    private static ScriptValue DividedBy(Arguments a)
    {
        double value = a.Double(0);
        if (a.Value(1) is ScriptNull)
            return ScriptValue.Null;
        if (a.Value(1) is ScriptNumber { NumberKind: NumberKind.Int } divisor)
        {
            double floored = Math.Floor(value / divisor.AsDouble);
            return ScriptNumber.Whole(double.IsNaN(floored) ? 0 : floored >= int.MaxValue ? int.MaxValue : floored <= int.MinValue ? int.MinValue : (int)floored);
        }
        return ScriptNumber.Double(value / a.Double(1));
    }

    private static ScriptValue Format(Arguments a)
    {
        if (a.Value(0) is ScriptNull)
            return ScriptText.Blank;
        if (a.Value(0) is not ScriptNumber number)
            throw a.Fault($"Unexpected `{a.Value(0).Kind}`. Must be a formattable number");
        return Formatting.Number(a, number, a.Text(1), a.Culture(2));
    }

    private static ScriptNumber Random(Arguments a)
    {
        long least = a.Int(0);
        long most = a.Int(1);
        if (least > most)
            throw a.Fault(0, "minValue must be lower than maxValue");
        return ScriptNumber.Whole(least == most ? least : least + (long)(a.Run.NextRandom(a) % (ulong)(most - least)));
    }

    // RFC 9562, 5.4: version 4.
    private static string Uuid(Arguments a)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, a.Run.NextRandom(a));
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], a.Run.NextRandom(a));
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    private static ScriptValue Apply(Arguments a, Operator kind) =>
        a.Value(0) is ScriptNull ? ScriptValue.Null
        : Operating.Apply(a.Run, kind, a.Value(0), a.Value(1), new Operands(a.Place(0), a.Site.Place.Range, a.Place(1)));
}
