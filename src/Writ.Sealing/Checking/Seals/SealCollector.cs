using Writ.Pdf;
using Writ.Sealing.Checking.Changes;

namespace Writ.Sealing.Checking.Seals;

/// <summary>
/// Collects seals from the form of every revision, not only the last: a signature that is overwritten later is found in both its versions,
/// and one that disappears is found all the same.
/// </summary>
internal static class SealCollector
{
    // More than anybody seals; a file with more is made to keep its reader busy.
    private const int MaxSeals = 2000;

    /// <exception cref="PdfFormatException">There are more seals than the limit.</exception>
    public static FoundSeals Collect(PdfFile file, CancellationToken cancellation)
    {
        var seals = new List<FoundSeal>();
        var known = new Dictionary<(int Number, XrefEntry? Place), FoundSeal>();
        var findings = new List<Finding>();
        IReadOnlyList<string> empty = [];
        foreach (var revision in file.Revisions)
        {
            cancellation.ThrowIfCancellationRequested();
            if (seals.Count > MaxSeals)
                throw new PdfFormatException(-1, "PdfLimits.Objects", "The file has too many signatures");
            if (TryRead(revision, findings) is not { } form)
                continue;
            var unfilled = new List<string>();
            foreach (var field in form.All)
            {
                if (!field.IsSeal)
                    continue;
                // A reference that leads nowhere is not an empty field: something was there, or should have been.
                if (!field.Dictionary.Has("V"))
                    unfilled.Add(field.Name);
                else
                    Add(revision, field, seals, known);
            }
            empty = unfilled;
        }
        Shared(seals);
        var unreachable = Strangers(file, seals, findings);
        return new FoundSeals([.. seals.OrderBy(s => s.Revision.Index)], empty, findings, unreachable);
    }

    private static FormTree? TryRead(Revision revision, List<Finding> findings)
    {
        try
        {
            return FormTree.Read(revision);
        }
        catch (PdfFormatException fault)
        {
            findings.Add(new Finding("form-unreadable", FindingSeverity.Error, revision.Index + 1, $"修订 {revision.Index + 1} 的表单无法读取:{fault.Message}", $"The form of revision {revision.Index + 1} cannot be read: {fault.Message}"));
            return null;
        }
    }

    private static void Add(Revision revision, FormNode field, List<FoundSeal> seals, Dictionary<(int, XrefEntry?), FoundSeal> known)
    {
        var reference = Direct(revision, field.Dictionary["V"]);
        var holder = reference?.Number ?? field.Number;
        var place = revision.Entry(holder);
        if (known.TryGetValue((holder, place), out var found))
        {
            if (found.Field != field.Name && reference is not null)
                found.Fault ??= ($"签名同时属于域“{found.Field}”和“{field.Name}”", $"the signature serves the fields {found.Field} and {field.Name}");
            return;
        }
        if (revision.Resolve(field.Dictionary["V"]) is not PdfDictionary signature)
        {
            // A sealed field that loses its dictionary is a change of the field; one that never had any is a broken seal.
            if (!seals.Exists(s => s.Field == field.Name))
                seals.Add(new FoundSeal(field.Name, field.Dictionary, PdfDictionary.Empty, holder, Origin(revision, holder, place)) { Fault = ("签名不是字典", "the signature is no dictionary") });
            return;
        }
        var seal = new FoundSeal(field.Name, field.Dictionary, signature, reference?.Number ?? 0, Origin(revision, holder, place));
        known[(holder, place)] = seal;
        seals.Add(seal);
    }

    // The last reference of a chain of references: where the dictionary itself is.
    private static PdfReference? Direct(Revision revision, PdfObject? value)
    {
        var last = value as PdfReference;
        for (var steps = 0; steps < 16 && last is not null && revision.Get(last) is PdfReference next; steps++)
            last = next;
        return last;
    }

    private static Revision Origin(Revision revision, int number, XrefEntry? place)
    {
        while (revision.Previous is { } previous && number != 0 && previous.Entry(number) == place)
            revision = previous;
        return revision;
    }

    /// <summary>One range serves one dictionary: copying it is how a signature is shown where its signer never put it.</summary>
    private static void Shared(List<FoundSeal> seals)
    {
        var owners = new Dictionary<PdfObject, FoundSeal>();
        foreach (var seal in seals)
            if (seal.Signature["ByteRange"] is { } range && !owners.TryAdd(range, seal) && owners[range].Revision != seal.Revision)
                seal.Fault ??= ($"签名沿用了“{owners[range].Field}”的字节范围", $"the signature re-uses the byte range of {owners[range].Field}");
    }

    /// <summary>Signature dictionaries that no field leads to are shown, so that nobody takes them for seals.</summary>
    private static bool Strangers(PdfFile file, List<FoundSeal> seals, List<Finding> findings)
    {
        var key = "/ByteRange"u8;
        var span = file.Bytes.Span;
        var own = seals.Select(s => s.Signature.SpanOf("ByteRange")).Where(s => !s.IsNone).ToList();
        var unreachable = false;
        for (var position = 0; position < span.Length;)
        {
            var at = span[position..].IndexOf(key);
            if (at < 0)
                break;
            position += at + key.Length;
            if (own.Exists(s => s.Start >= position && s.Start - position <= 8))
                continue;
            findings.Add(new Finding("signature-unattached", FindingSeverity.Warning, 0, $"字节 {position - key.Length} 处有不属于任何签章域的签名数据", $"Signature data at byte {position - key.Length} belongs to no seal field"));
            unreachable |= position > file.Latest.End;
            if (findings.Count > 100)
                break;
        }
        return unreachable;
    }
}
