using System.Globalization;
using System.Numerics;

namespace Writ.Scripting;

/// <summary>Values as the types a parameter or an index asks for; errors point at the place the value came from.</summary>
internal static class Conversions
{
    public static int Int(Run run, ScriptValue value, SyntaxNode place) =>
        Whole(run, value, place, "int") is var whole && whole >= int.MinValue && whole <= int.MaxValue ? (int)whole
        : throw run.Fault(place, $"Unable to convert type `{value.Kind}` to int");

    public static BigInteger Whole(Run run, ScriptValue value, SyntaxNode place, string wanted)
    {
        switch (value)
        {
            case ScriptNull:
                return 0;
            case ScriptBool flag:
                return flag.Value ? 1 : 0;
            case ScriptNumber { IsWhole: true } number:
                return number.Big;
            case ScriptNumber { NumberKind: NumberKind.Decimal } number:
                return new BigInteger(decimal.Round(number.AsDecimal, 0, MidpointRounding.ToEven));
            case ScriptNumber number when double.IsFinite(number.AsDouble):
                return new BigInteger(Math.Round(number.AsDouble, MidpointRounding.ToEven));
            case ScriptText text when BigInteger.TryParse(text.Value, NumberStyles.Integer, run.Culture, out BigInteger parsed):
                return parsed;
            default:
                throw run.Fault(place, $"Unable to convert type `{value.Kind}` to {wanted}");
        }
    }

    public static double Double(Run run, ScriptValue value, SyntaxNode place) => value switch
    {
        ScriptNull => 0,
        ScriptBool flag => flag.Value ? 1 : 0,
        ScriptNumber number => number.AsDouble,
        _ => throw run.Fault(place, $"Unable to convert type `{value.Kind}` to `double`"),
    };
}
