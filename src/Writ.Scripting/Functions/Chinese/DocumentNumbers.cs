using System.Globalization;

namespace Writ.Scripting;

/// <summary>文号 by GB/T 9704-2012, 7.2.5: prefix, year in 〔〕, number without 第 and without leading zeros, 号.</summary>
internal static class DocumentNumbers
{
    public static string Write(Arguments a)
    {
        string prefix = a.Text(0) ?? "";
        string year = a.Value(1) is ScriptNull ? "" : a.Int(1).ToString("D4", CultureInfo.InvariantCulture);
        // Some complaint forms print 第12号; `ordinal: true` asks for it.
        string ordinal = a.Bool(3) ? "第" : "";
        return $"{prefix}〔{year}〕{ordinal}{Number(a)}号";
    }

    // A number not given yet leaves its blank; a range of a batch notice (4437-4461) is kept as it is.
    private static string Number(Arguments a)
    {
        switch (a.Value(2))
        {
            case ScriptNull:
                return "";
            case ScriptText text when text.Value.All(char.IsAsciiDigit):
                return text.Value.TrimStart('0') is { Length: > 0 } digits ? digits : throw a.Fault(2, "A document number begins at 1");
            case ScriptText text:
                return text.Value;
            default:
                int number = a.Int(2);
                return number > 0 ? number.ToString(CultureInfo.InvariantCulture) : throw a.Fault(2, "A document number begins at 1");
        }
    }
}
