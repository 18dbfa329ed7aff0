namespace Writ.Typesetting;

/// <summary>A length in pt, a share of the room there is, or not said.</summary>
internal readonly record struct Length(double Value, LengthUnit Unit)
{
    internal static readonly Length Auto = new(0, LengthUnit.Auto);

    internal static Length Points(double value) => new(value, LengthUnit.Points);

    internal bool IsAuto => Unit == LengthUnit.Auto;

    internal double Of(double room, double otherwise) => Unit switch
    {
        LengthUnit.Points => Value,
        LengthUnit.Percent => room * Value / 100,
        _ => otherwise,
    };
}
