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
                // A value above other fields is odd, and filled all the same.
                if (!field.IsSeal && !(field.Type == "Sig" && field.Dictionary.Has("V")))
                    continue;
                // A reference that leads nowhere is not an empty field: something was there, or should have been.
                if (!field.Dictionary.Has("V"))
                    unfilled.Add(field.Name);
                else
                    Add(revision, field, seals, known, findings);
            }
            empty = unfilled;
        }
        var copies = Copies(seals);
        var unreachable = Strangers(file, seals, findings);
        return new FoundSeals([.. seals.Except(copies).OrderBy(s => s.Revision.Index)], empty, findings, unreachable);
    }

    private static FormTree? TryRead(Revision revision, List<Finding> findings)
    {
        try
        {
            return FormTree.Read(revision);
        }
        catch (PdfFormatException fault)
        {
            var why = FormatReasons.Of(fault);
            findings.Add(new Finding("form-unreadable", FindingSeverity.Error, revision.Index + 1, $"修订 {revision.Index + 1} 的表单无法读取：{why.Zh}", $"The form of revision {revision.Index + 1} cannot be read: {why.En}"));
            return null;
        }
    }

    private static void Add(Revision revision, FormNode field, List<FoundSeal> seals, Dictionary<(int, XrefEntry?), FoundSeal> known, List<Finding> findings)
    {
        var reference = Direct(revision, field.Dictionary["V"]);
        var holder = reference?.Number ?? field.Number;
        var place = revision.Entry(holder);
        if (known.TryGetValue((holder, place), out var found))
        {
            if (found.Field != field.Name && reference is not null)
                Shown(found, field.Name, revision, findings);
            return;
        }
        if (revision.Resolve(field.Dictionary["V"]) is not PdfDictionary signature)
        {
            // A sealed field that loses its dictionary is a change of the field; one that never had any is a broken seal.
            if (!seals.Exists(s => s.Field == field.Name))
                seals.Add(new FoundSeal(field.Name, field.Dictionary, PdfDictionary.Empty, holder, Origin(revision, holder, place)) { Fault = new("签名不是字典", "the signature is no dictionary") });
            return;
        }
        var seal = new FoundSeal(field.Name, field.Dictionary, signature, reference?.Number ?? 0, Origin(revision, holder, place));
        known[(holder, place)] = seal;
        seals.Add(seal);
    }

    // What its signer signed may show it in two fields; whoever does that afterwards shows a seal nobody put there.
    private static void Shown(FoundSeal seal, string other, Revision revision, List<Finding> findings)
    {
        var (zh, en) = ($"签名同时属于域“{seal.Field}”和“{other}”", $"the signature serves the fields {seal.Field} and {other}");
        if (revision != seal.Revision)
            seal.Misuse ??= new(zh, en);
        else
            findings.Add(new Finding("signature-shared", FindingSeverity.Warning, revision.Index + 1, zh, $"In revision {revision.Index + 1} {en}"));
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

    /// <summary>
    /// One range serves one dictionary: copying it is how a signature is shown where its signer never put it. A copy that says the same is
    /// no seal of its own, but something done to the first; one that says anything else is a seal that cannot stand.
    /// </summary>
    private static List<FoundSeal> Copies(List<FoundSeal> seals)
    {
        var copies = new List<FoundSeal>();
        var owners = new Dictionary<PdfObject, FoundSeal>();
        foreach (var seal in seals)
        {
            if (seal.Signature["ByteRange"] is not { } range || owners.TryAdd(range, seal) || owners[range] is not { } first || first.Revision == seal.Revision)
                continue;
            if (seal.Signature.Equals(first.Signature) && seal.Fault is null)
            {
                first.Misuse ??= new($"签名被复制到修订 {seal.Revision.Index + 1} 的域“{seal.Field}”", $"the signature was copied to the field {seal.Field} in revision {seal.Revision.Index + 1}");
                copies.Add(seal);
            }
            else
            {
                seal.Fault ??= new($"签名沿用了“{first.Field}”的字节范围", $"the signature re-uses the byte range of {first.Field}");
            }
        }
        return copies;
    }

    // A revision that holds the end of another was written over it: the chain of lists leads past what stands there.
    private static bool IsPassedOver(PdfFile file, int position) =>
        file.Revisions.FirstOrDefault(revision => position < revision.End) is { } holder && holder.Anomalies.Any(anomaly => anomaly.Kind == AnomalyKind.SeveralEndsOfFile && anomaly.Offset > position);

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
            unreachable |= position > file.Latest.End || IsPassedOver(file, position);
            if (findings.Count > 100)
                break;
        }
        return unreachable;
    }
}
