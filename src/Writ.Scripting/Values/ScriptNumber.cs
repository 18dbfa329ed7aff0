using System.Globalization;
using System.Numerics;

namespace Writ.Scripting;

/// <summary>A number of one of six kinds. Whole numbers always sit in the smallest kind that holds them; decimals keep their scale.</summary>
internal sealed class ScriptNumber : ScriptValue
{
    private const int SmallestKept = -128;
    private const int GreatestKept = 1023;
    private static readonly ScriptNumber[] Kept = KeepSmallNumbers();

    private readonly long whole;
    private readonly double real;
    private readonly object? wide;

    private ScriptNumber(NumberKind kind, long whole, double real, object? wide)
    {
        NumberKind = kind;
        this.whole = whole;
        this.real = real;
        this.wide = wide;
    }

    public NumberKind NumberKind { get; }

    public bool IsWhole => NumberKind <= NumberKind.Big;

    public bool IsBig => NumberKind == NumberKind.Big;

    public override string Kind => NumberKind switch
    {
        NumberKind.Int => "int",
        NumberKind.Long => "long",
        NumberKind.Big => "bigint",
        NumberKind.Float => "float",
        NumberKind.Double => "double",
        _ => "decimal",
    };

    public static ScriptNumber Whole(long value)
    {
        if (value is >= SmallestKept and <= GreatestKept)
            return Kept[value - SmallestKept];
        return new ScriptNumber(value is >= int.MinValue and <= int.MaxValue ? NumberKind.Int : NumberKind.Long, value, 0, null);
    }

    public static ScriptNumber Whole(BigInteger value) =>
        value >= long.MinValue && value <= long.MaxValue ? Whole((long)value) : new ScriptNumber(NumberKind.Big, 0, 0, value);

    public static ScriptNumber Float(float value) => new(NumberKind.Float, 0, value, null);

    public static ScriptNumber Double(double value) => new(NumberKind.Double, 0, value, null);

    public static ScriptNumber Decimal(decimal value) => new(NumberKind.Decimal, 0, 0, value);

    /// <summary>The value of an int or long.</summary>
    public long Long => whole;

    public BigInteger Big => wide is BigInteger big ? big : whole;

    public float AsFloat => NumberKind switch
    {
        NumberKind.Int or NumberKind.Long => whole,
        NumberKind.Big => (float)(BigInteger)wide!,
        NumberKind.Decimal => (float)(decimal)wide!,
        _ => (float)real,
    };

    public double AsDouble => NumberKind switch
    {
        NumberKind.Int or NumberKind.Long => whole,
        NumberKind.Big => (double)(BigInteger)wide!,
        NumberKind.Decimal => (double)(decimal)wide!,
        _ => real,
    };

    /// <summary>Throws <see cref="OverflowException"/> when the number is out of a decimal's range.</summary>
    public decimal AsDecimal => NumberKind switch
    {
        NumberKind.Int or NumberKind.Long => whole,
        NumberKind.Big => (decimal)(BigInteger)wide!,
        NumberKind.Decimal => (decimal)wide!,
        NumberKind.Float => (decimal)(float)real,
        _ => (decimal)real,
    };

    public string Text(IFormatProvider culture, string? format = null) => NumberKind switch
    {
        NumberKind.Int => ((int)whole).ToString(format, culture),
        NumberKind.Long => whole.ToString(format, culture),
        NumberKind.Big => ((BigInteger)wide!).ToString(format, culture),
        NumberKind.Decimal => ((decimal)wide!).ToString(format, culture),
        NumberKind.Float => ((float)real).ToString(format, culture),
        _ => real.ToString(format, culture),
    };

    /// <summary>Same kind and same value: 1 and 1.0 differ, as do 1.0 and 1.0m.</summary>
    public override bool Equals(object? other) => other is ScriptNumber that && that.NumberKind == NumberKind &&
        (NumberKind switch
        {
            NumberKind.Decimal or NumberKind.Big => wide!.Equals(that.wide),
            NumberKind.Float or NumberKind.Double => real.Equals(that.real),
            _ => whole == that.whole,
        });

    public override int GetHashCode() => HashCode.Combine(NumberKind, whole, real, wide);

    public override string ToString() => Text(CultureInfo.InvariantCulture);

    private static ScriptNumber[] KeepSmallNumbers()
    {
        ScriptNumber[] kept = new ScriptNumber[GreatestKept - SmallestKept + 1];
        for (int i = 0; i < kept.Length; i++)
            kept[i] = new ScriptNumber(NumberKind.Int, SmallestKept + i, 0, null);
        return kept;
    }
}
