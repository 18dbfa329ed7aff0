using Writ.Typesetting;

namespace Writ.Documents.Packs;

/// <summary>Reads <c>_styles/*.css</c>, so that a mistake in a sheet is found with the others, not when the first writ is laid out.</summary>
internal static class StyleReader
{
    public static void Check(string file, string css, List<PackProblem> problems)
    {
        try
        {
            StyleSheet.Parse(css);
        }
        catch (StyleSheetException fault)
        {
            problems.Add(new PackProblem(file, fault.Line, fault.Column, "pack-style-malformed",
                new Bilingual($"样式错误：{fault.ChineseText}", $"style error: {fault.Message}")));
        }
    }
}
