namespace Writ.Conformance;

/// <summary>
/// The text of a document without its white space, page after page; a value may run on from the foot of one page to the next.
/// The running feet are what all pages end with, page numbers apart.
/// </summary>
internal sealed class PageText
{
    /// <summary>A shorter part of a value stands before a page break only where the page ends with it.</summary>
    private const int ShortestPart = 4;

    private readonly string[] pages;
    private readonly int foot;

    public PageText(string text)
    {
        pages = [.. text.Split('\f').Select(Bare).Where(page => page.Length > 0)];
        foot = pages.Length < 2 ? 0 : CommonEnd(pages);
    }

    public bool Has(string value) => Has(Bare(value), 0);

    private bool Has(string value, int from)
    {
        for (int page = from; page < pages.Length; page++)
        {
            if (pages[page].Contains(value, StringComparison.Ordinal))
                return true;
            if (page + 1 < pages.Length && Enumerable.Range(1, value.Length - 1).Any(part => Breaks(pages[page], value[..part]) && Has(value[part..], page + 1)))
                return true;
        }
        return false;
    }

    // In a table row that splits, other cells may follow the part: then it must be long enough to be no chance.
    private bool Breaks(string page, string part) => part.Length >= ShortestPart
        ? page.Contains(part, StringComparison.Ordinal)
        : page.EndsWith(part, StringComparison.Ordinal) || page.AsSpan(0, page.Length - foot).EndsWith(part, StringComparison.Ordinal);

    private static int CommonEnd(string[] all)
    {
        int length = 0;
        while (length < all.Min(page => page.Length) && all.Select(page => Masked(page[^(length + 1)])).Distinct().Count() == 1)
            length++;
        return length;
    }

    private static char Masked(char symbol) => char.IsAsciiDigit(symbol) ? '#' : symbol;

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
