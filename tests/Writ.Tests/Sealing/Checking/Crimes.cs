using System.Text;
using Writ.Pdf;
using Writ.Sealing;

namespace Writ.Tests.Sealing.Checking;

/// <summary>Sealed documents of our own, and the tools to do them wrong.</summary>
internal static class Crimes
{
    private static readonly Lazy<Task<byte[]>> CertifiedOnce = new(() => SealedSamples.Sealed(SealedSamples.Document(2), SealedSamples.Issue(), SealLevel.B));
    private static readonly Lazy<Task<byte[]>> ApprovedOnce = new(() => SealedSamples.Sealed(SealedSamples.Document(2), SealedSamples.Issue() with { Act = SealAct.Approve }, SealLevel.B));
    private static readonly Lazy<Task<byte[]>> ArchivedOnce = new(async () => await SealedSamples.Sealed(SealedSamples.Document(), SealedSamples.Issue(), SealLevel.LTA));
    private static readonly Lazy<Task<byte[]>> AttestedOnce = new(async () =>
    {
        var issued = await CertifiedOnce.Value;
        return await SealedSamples.Sealed(issued, SealedSamples.Attest("A01_sig") with { Changes = SealedSamples.FillInk(PdfFile.Open(issued), "A01_ink", "张三 签名") }, SealLevel.B);
    });
    private static readonly Lazy<Task<byte[]>> ClosedOnce = new(async () => await SealedSamples.Sealed(await AttestedOnce.Value, SealedSamples.Attest("A02_sig", SealAct.Close), SealLevel.B));

    /// <summary>Two pages, certified (P=2), level B-B.</summary>
    public static byte[] Certified => CertifiedOnce.Value.GetAwaiter().GetResult();

    /// <summary>The same, sealed without certifying.</summary>
    public static byte[] Approved => ApprovedOnce.Value.GetAwaiter().GetResult();

    /// <summary>Certified, then one slot filled and sealed, which locks its fields.</summary>
    public static byte[] Attested => AttestedOnce.Value.GetAwaiter().GetResult();

    /// <summary>And closed.</summary>
    public static byte[] Closed => ClosedOnce.Value.GetAwaiter().GetResult();

    /// <summary>One page, certified, B-LTA.</summary>
    public static byte[] Archived => ArchivedOnce.Value.GetAwaiter().GetResult();

    /// <summary>One revision more, honestly written.</summary>
    public static byte[] Update(byte[] document, Action<IncrementalUpdate, Revision> change)
    {
        var file = PdfFile.Open(document);
        var update = new IncrementalUpdate(file);
        change(update, file.Latest);
        return update.Finish();
    }

    public static byte[] Append(byte[] document, string text) => [.. document, .. Encoding.Latin1.GetBytes(text)];

    /// <summary>Replaces the first occurrence of one text by another of the same length.</summary>
    public static byte[] Swap(byte[] document, string old, string now)
    {
        if (old.Length != now.Length)
            throw new ArgumentException("Not of the same length.", nameof(now));
        var copy = document.ToArray();
        var at = copy.AsSpan().IndexOf(Encoding.Latin1.GetBytes(old));
        if (at < 0)
            throw new InvalidOperationException($"No {old} there.");
        Encoding.Latin1.GetBytes(now).CopyTo(copy, at);
        return copy;
    }

    /// <summary>Puts other bytes into /Contents of the last seal, which no signature covers.</summary>
    public static byte[] Recontent(byte[] document, Func<byte[], byte[]> change)
    {
        var copy = document.ToArray();
        var key = "/Contents<"u8;
        var start = copy.AsSpan().LastIndexOf(key) + key.Length;
        var length = copy.AsSpan(start).IndexOf((byte)'>');
        var old = Convert.FromHexString(Encoding.Latin1.GetString(copy, start, length));
        System.Formats.Asn1.AsnDecoder.ReadEncodedValue(old, System.Formats.Asn1.AsnEncodingRules.BER, out _, out _, out var used);
        var now = change(old[..used]);
        Array.Resize(ref now, length / 2);
        Encoding.Latin1.GetBytes(Convert.ToHexString(now)).CopyTo(copy, start);
        return copy;
    }

    public static PdfReference Page(Revision view, int number) => Leaves(view, (PdfReference)view.Catalog["Pages"]!).ElementAt(number - 1);

    /// <summary>The node whose kids are pages.</summary>
    public static PdfReference PageParent(Revision view) => (PdfReference)((PdfDictionary)view.Get(Page(view, 1)))["Parent"]!;

    private static IEnumerable<PdfReference> Leaves(Revision view, PdfReference node) =>
        view.Resolve(((PdfDictionary)view.Get(node))["Kids"]) is PdfArray kids ? kids.SelectMany(k => Leaves(view, (PdfReference)k)) : [node];

    public static PdfReference Root(Revision view) => (PdfReference)view.Trailer["Root"]!;

    public static (PdfReference Reference, PdfDictionary Dictionary) Field(Revision view, string name) => SealedSamples.Field(view.File, name);

    /// <summary>A field that joins the form, and its widget the page, if it has an area.</summary>
    public static void AddField(IncrementalUpdate update, Revision view, PdfDictionary field, bool onPage)
    {
        var reference = update.Write(field);
        ChangeForm(update, view, form => form.With("Fields", ((PdfArray)view.Resolve(form["Fields"])).Append(reference)));
        if (onPage)
            AddAnnotation(update, view, reference);
    }

    /// <summary>Writes the form anew where it stands: as an object of its own, or in the catalog.</summary>
    public static void ChangeForm(IncrementalUpdate update, Revision view, Func<PdfDictionary, PdfDictionary> change)
    {
        var changed = change((PdfDictionary)view.Resolve(view.Catalog["AcroForm"]));
        if (view.Catalog["AcroForm"] is PdfReference place)
            update.Write(place, changed);
        else
            update.Write(Root(view), view.Catalog.With("AcroForm", changed));
    }

    public static void AddAnnotation(IncrementalUpdate update, Revision view, PdfReference annotation)
    {
        var page = Page(view, 1);
        var dictionary = (PdfDictionary)view.Get(page);
        update.Write(page, dictionary.With("Annots", ((PdfArray)view.Resolve(dictionary["Annots"])).Append(annotation)));
    }

    public static PdfDictionary Widget(string kind, string name, int size) => PdfDictionary.Of(
        ("Type", new PdfName("Annot")), ("Subtype", new PdfName("Widget")), ("FT", new PdfName(kind)), ("T", PdfString.Text(name)), ("F", 132),
        ("Rect", PdfArray.Of(0, 0, size, size)));

    public static PdfDictionary Annotation(string subtype) => PdfDictionary.Of(
        ("Type", new PdfName("Annot")), ("Subtype", new PdfName(subtype)), ("Rect", PdfArray.Of(80, 600, 400, 720)), ("F", 4), ("Contents", PdfString.Text("罚款 0 元")));
}
