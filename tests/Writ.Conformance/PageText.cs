namespace Writ.Conformance;

/// <summary>The text of a document without its white space, page after page; a value may run on from one page to the next, past the running feet.</summary>
internal sealed class PageText(string text)
{
    /// <summary>Fewer characters than these are not taken for the part of a value that stood before a page break.</summary>
    private const int ShortestPart = 4;

    private readonly string[] pages = [.. text.Split('\f').Select(Bare)];

    public bool Has(string value) => Has(Bare(value), 0);

    private bool Has(string value, int from)
    {
        for (int page = from; page < pages.Length; page++)
        {
            if (pages[page].Contains(value, StringComparison.Ordinal))
                return true;
            for (int part = value.Length - 1; part >= ShortestPart; part--)
                if (page + 1 < pages.Length && pages[page].Contains(value[..part], StringComparison.Ordinal) && Has(value[part..], page + 1))
                    return true;
        }
        return false;
    }

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
