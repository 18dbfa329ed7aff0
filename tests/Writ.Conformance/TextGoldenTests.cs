namespace Writ.Conformance;

/// <summary>How poppler reads three writs: their tag tree with its text, and the text as it lies on the page. Bless with WRIT_BLESS=1, never under CI.</summary>
public sealed class TextGoldenTests
{
    public static TheoryData<string> Names => ["zhengju-tiqudan/maximal/default", "xunwen-bilu/ordinary/default", "xingzheng-chufa-juedingshu/ordinary/default"];

    [JudgedTheory("pdfinfo"), MemberData(nameof(Names))]
    public void The_tag_tree_reads_as_before(string name) => Check(name, "tags", Judge.PdfInfo.Ask("-struct-text", Examples.Of(name).File));

    [JudgedTheory("pdftotext"), MemberData(nameof(Names))]
    public void The_pages_read_as_before(string name) => Check(name, "pages", Judge.PdfToText.Ask("-layout", "-enc", "UTF-8", Examples.Of(name).File, "-"));

    private static void Check(string name, string kind, Ruling ruling)
    {
        Assert.True(ruling.ExitCode == 0 && ruling.Errors.Length == 0, ruling.ToString());
        string golden = Path.Combine(Examples.Root, "tests", "golden", "conformance", $"{name.Replace('/', '.')}.{kind}.txt");
        if (Environment.GetEnvironmentVariable("WRIT_BLESS") == "1" && Environment.GetEnvironmentVariable("CI") is null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(golden)!);
            File.WriteAllText(golden, ruling.Output);
        }
        Assert.Equal(File.ReadAllText(golden), ruling.Output);
    }
}
