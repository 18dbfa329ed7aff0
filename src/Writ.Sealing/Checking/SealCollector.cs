using Writ.Pdf;

namespace Writ.Sealing.Checking;

/// <summary>
/// Collects seals from the form of every revision, not only the last: one that disappears, changes or loses its value later was stripped.
/// </summary>
internal static class SealCollector
{
    public static FoundSeals Collect(PdfFile file)
    {
        var seals = new List<FoundSeal>();
        var stripped = new List<(FoundSeal, int, string)>();
        var findings = new List<Finding>();
        IReadOnlyList<string> empty = [];
        foreach (var revision in file.Revisions)
        {
            var fields = FormView.Fields(revision);
            var filled = new Dictionary<string, ViewedField>(StringComparer.Ordinal);
            foreach (var field in fields)
            {
                if (field.Type != "Sig" || !field.Dictionary.Has("V"))
                    continue;
                if (!filled.TryAdd(field.Name, field))
                    findings.Add(new Finding("seal-field-duplicated", FindingSeverity.Error, revision.Index + 1, $"签章域名称重复:{field.Name}", $"Two seal fields have the name {field.Name}"));
            }
            foreach (var seal in seals)
            {
                if (stripped.Exists(s => ReferenceEquals(s.Item1, seal)))
                    continue;
                if (!filled.TryGetValue(seal.Field, out var now))
                    stripped.Add((seal, revision.Index + 1, "the seal was removed"));
                else if (!SameValue(seal, now, revision))
                    stripped.Add((seal, revision.Index + 1, "the seal was exchanged"));
            }
            foreach (var (name, field) in filled)
                if (!seals.Exists(s => s.Field == name))
                    seals.Add(Found(field, revision));
            empty = fields.Where(f => f.Type == "Sig" && !f.Dictionary.Has("V")).Select(f => f.Name).ToList();
        }
        Shared(seals, findings);
        return new FoundSeals(seals, empty, stripped, findings);
    }

    private static FoundSeal Found(ViewedField field, Revision revision)
    {
        var number = field.Dictionary["V"] is PdfReference reference ? reference.Number : 0;
        var signature = revision.Resolve(field.Dictionary["V"]) as PdfDictionary ?? PdfDictionary.Empty;
        return new FoundSeal(field.Name, field.Reference, field.Dictionary, signature, number, revision);
    }

    private static bool SameValue(FoundSeal seal, ViewedField now, Revision revision)
    {
        var number = now.Dictionary["V"] is PdfReference reference ? reference.Number : 0;
        return number == seal.Number
            && (number == 0 || revision.Entry(number) == seal.Revision.Entry(number))
            && revision.Resolve(now.Dictionary["V"]) is PdfDictionary value && value.Equals(seal.Signature);
    }

    /// <summary>One signature serves one field: sharing it is how a signature is copied to where its signer never put it.</summary>
    private static void Shared(List<FoundSeal> seals, List<Finding> findings)
    {
        for (var i = 0; i < seals.Count; i++)
            for (var j = 0; j < i; j++)
                if ((seals[i].Number != 0 && seals[i].Number == seals[j].Number) || (seals[i].Signature["ByteRange"] is { } range && range.Equals(seals[j].Signature["ByteRange"])))
                    findings.Add(new Finding("seal-shared", FindingSeverity.Error, seals[i].Revision.Index + 1,
                        $"签章域“{seals[j].Field}”与“{seals[i].Field}”共用同一签名", $"The fields {seals[j].Field} and {seals[i].Field} share one signature"));
    }
}
