namespace Writ.Typesetting;

/// <summary>骑缝章: one impression cut into upright strips, one on the outer edge of each page, so that a page taken out is missed.</summary>
internal static class EdgeSeal
{
    private const double Diameter = 119.055;

    // Narrower strips could not be matched with each other: a longer writ gets several impressions.
    private const int MostParts = 8;

    internal static void Place(string name, IReadOnlyList<PageCanvas> pages)
    {
        if (pages.Count < 2)
            return;
        int impressions = (pages.Count + MostParts - 1) / MostParts;
        int first = 0;
        for (int impression = 0; impression < impressions; impression++)
        {
            int next = (int)((long)pages.Count * (impression + 1) / impressions);
            int parts = next - first;
            for (int part = 0; part < parts; part++)
            {
                PageCanvas page = pages[first + part];
                double width = Diameter / parts;
                page.Seal(name, part, parts, page.Style.Width - width, (page.Style.Height - Diameter) / 2, width, Diameter, -1);
            }
            first = next;
        }
    }
}
