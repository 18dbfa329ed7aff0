using Writ.Pdf;

namespace Writ.Sealing.Checking.Seals;

/// <summary>A filled signature field as it stood in the revision that brought this value.</summary>
/// <param name="Number">Object number of the signature dictionary; 0 when it stands inside the field.</param>
/// <param name="FieldDictionary">The field in the first revision that shows the value.</param>
/// <param name="Revision">The revision whose bytes hold the dictionary.</param>
internal sealed record FoundSeal(string Field, PdfDictionary FieldDictionary, PdfDictionary Signature, int Number, Revision Revision)
{
    /// <summary>Why the value cannot be a seal of its own, in both languages; null when it can.</summary>
    public Reason? Fault { get; set; }

    /// <summary>What was done with the signature afterwards that is no change of an object: it was shown a second time; null when nothing was.</summary>
    public Reason? Misuse { get; set; }

    public bool IsTimestamp => Text("SubFilter") == SignatureRule.Rfc3161 || Text("Type") == "DocTimeStamp";

    /// <summary>The name under a key of the signature dictionary, resolved; null when it is none.</summary>
    public string? Text(string key) => (Revision.Resolve(Signature[key]) as PdfName)?.Value;

    /// <summary>The /Reference entries: transform method and its parameters (ISO 32000-2, 12.8.2).</summary>
    public IEnumerable<(string Method, PdfDictionary Parameters)> Transforms()
    {
        if (Revision.Resolve(Signature["Reference"]) is not PdfArray references)
            yield break;
        foreach (var entry in references)
            if (Revision.Resolve(entry) is PdfDictionary reference && Revision.Resolve(reference["TransformMethod"]) is PdfName method)
                yield return (method.Value, Revision.Resolve(reference["TransformParams"]) as PdfDictionary ?? PdfDictionary.Empty);
    }

    public bool IsCertification => Transforms().Any(t => t.Method == "DocMDP");
}
