using Writ.Pdf;

namespace Writ.Sealing.Checking;

/// <summary>
/// What lay hidden in a document when it was first sealed, or can make it show something else later (shadow attacks are prepared before the
/// seal). Its signer has signed it, so it breaks nothing; a reader should know.
/// </summary>
internal static class PreparationFindings
{
    private const int MaxObjects = 200_000;
    private const long Hidden = 2, NoView = 32;

    public static IReadOnlyList<Finding> Of(Revision view, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        try
        {
            findings.AddRange(Found(view, cancellation));
        }
        catch (PdfFormatException fault)
        {
            // What can be read has been judged; an object that cannot be read is no reason to judge it otherwise.
            findings.Add(new Finding("preparation-unreadable", FindingSeverity.Warning, view.Index + 1, $"签章时文件内有无法读取的对象，未能查明有无隐藏内容：{FormatReasons.Of(fault).Zh}", $"Objects of the sealed document cannot be read; whether it hides something is not known: {fault.Message}"));
        }
        return findings;
    }

    private static IEnumerable<Finding> Found(Revision view, CancellationToken cancellation)
    {
        var number = view.Index + 1;
        var catalog = view.Catalog;
        if (view.Resolve(catalog["OCProperties"]) is PdfDictionary layers && view.Find<PdfDictionary>(layers, "D") is { } configuration
            && (view.Resolve(configuration["OFF"]) is PdfArray { Count: > 0 } || view.Resolve(configuration["BaseState"]) is PdfName { Value: "OFF" }))
            yield return Warning("hidden-layers", "签章时文件已含有关闭的图层，其内容不显示", "the document had layers that are off when it was sealed: what they hold does not show");
        if (catalog.Has("OpenAction") && IsScript(view, catalog["OpenAction"]) || catalog.Has("AA") || view.Find<PdfDictionary>(catalog, "Names") is { } names && names.Has("JavaScript"))
            yield return Warning("active-content", "签章时文件已含有脚本或者动作，可能改变显示内容", "the document had scripts or actions when it was sealed, which may change what is shown");
        if (view.Find<PdfDictionary>(catalog, "AcroForm") is { } form && view.Resolve(form["NeedAppearances"]).Equals(PdfBoolean.True))
            yield return Warning("appearances-unbound", "签章时文件已要求阅读器重新生成域的外观", "the document told readers to make appearances anew when it was sealed");
        var (annotations, orphans) = Walk(view, cancellation);
        if (annotations > 0)
            yield return Warning("hidden-annotations", $"签章时文件已含有 {annotations} 个不显示的批注", $"the document had {annotations} annotations that do not show when it was sealed");
        if (orphans > 0)
            yield return Warning("hidden-objects", $"签章时文件已含有 {orphans} 个无处引用的页面或者图形对象", $"the document had {orphans} pages or drawings that nothing refers to when it was sealed");

        Finding Warning(string code, string zh, string en) => new(code, FindingSeverity.Warning, number, zh, char.ToUpperInvariant(en[0]) + en[1..]);
    }

    private static bool IsScript(Revision view, PdfObject? action) => view.Resolve(action) is PdfDictionary dictionary && view.Resolve(dictionary["S"]) is PdfName { Value: "JavaScript" or "Launch" or "ImportData" };

    private static (int Annotations, int Orphans) Walk(Revision view, CancellationToken cancellation)
    {
        var reached = new HashSet<int>();
        var waiting = new Stack<PdfObject>();
        waiting.Push(view.Trailer);
        var annotations = 0;
        while (waiting.TryPop(out var next))
        {
            cancellation.ThrowIfCancellationRequested();
            switch (next)
            {
                case PdfReference reference when reached.Count < MaxObjects && reached.Add(reference.Number):
                    waiting.Push(view.Get(reference));
                    break;
                case PdfArray array:
                    foreach (var item in array)
                        if (item is PdfReference or PdfArray or PdfDictionary)
                            waiting.Push(item);
                    break;
                case PdfDictionary dictionary:
                    if (IsHidden(dictionary))
                        annotations++;
                    foreach (var entry in dictionary.Entries)
                        if (entry.Value is PdfReference or PdfArray or PdfDictionary)
                            waiting.Push(entry.Value);
                    break;
                case PdfStream stream:
                    waiting.Push(stream.Dictionary);
                    break;
            }
        }
        return (annotations, reached.Count >= MaxObjects ? 0 : view.Numbers().Count(n => !reached.Contains(n) && IsDrawing(view.Get(new PdfReference(n, view.Entry(n)?.Generation ?? 0)))));
    }

    // ISO 32000-2, 12.5.3. A seal field of no area is hidden by nature, and no annotation besides.
    private static bool IsHidden(PdfDictionary dictionary) =>
        dictionary.Integer("F") is { } flags && (flags & (Hidden | NoView)) != 0 && dictionary.Has("AP") && dictionary.Name("Subtype") is not (null or "Popup") && dictionary.Has("Rect");

    private static bool IsDrawing(PdfObject value) => value switch
    {
        PdfStream stream => stream.Dictionary.Name("Subtype") is "Form" or "Image",
        PdfDictionary dictionary => dictionary.Name("Type") is "Page" or "Pages",
        _ => false,
    };
}
