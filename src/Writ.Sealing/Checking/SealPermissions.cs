using Writ.Pdf;

namespace Writ.Sealing.Checking;

/// <summary>What may still happen to a document, as its seals so far say it; the strictest of them counts.</summary>
internal sealed class SealPermissions
{
    private readonly List<(string Action, IReadOnlyList<string> Names)> locks = [];

    /// <summary>Fields may be filled and prepared seal fields sealed.</summary>
    public bool MayFill { get; private set; } = true;

    public bool Any { get; private set; }

    /// <summary>The seal that forbids filling.</summary>
    public string? ClosedBy { get; private set; }

    /// <summary>Takes in what one more seal says.</summary>
    public void Add(FoundSeal seal)
    {
        Any = true;
        if (seal.Signature.Name("WRIT_Act") == nameof(SealAct.Close))
            Close(seal);
        if (seal.Revision.Resolve(seal.FieldDictionary["Lock"]) is PdfDictionary fieldLock)
            AddLock(seal, fieldLock);
        if (seal.Revision.Resolve(seal.Signature["Reference"]) is not PdfArray references)
            return;
        foreach (var entry in references)
        {
            if (seal.Revision.Resolve(entry) is not PdfDictionary reference || seal.Revision.Resolve(reference["TransformParams"]) is not PdfDictionary parameters)
                continue;
            var method = (seal.Revision.Resolve(reference["TransformMethod"]) as PdfName)?.Value;
            if (method == "FieldMDP")
                AddLock(seal, parameters);
            else if (method == "DocMDP" && (seal.Revision.Resolve(parameters["P"]) as PdfInteger)?.Value == 1)
                Close(seal);
        }
    }

    /// <summary>ISO 32000-2, 12.8.2.4: the field itself or one below it, by whole parts of the name.</summary>
    public bool IsLocked(string field)
    {
        foreach (var (action, names) in locks)
        {
            var listed = names.Any(n => n == field || field.StartsWith(n + ".", StringComparison.Ordinal));
            if (action == "All" || (action == "Include" && listed) || (action == "Exclude" && !listed))
                return true;
        }
        return false;
    }

    private void AddLock(FoundSeal seal, PdfDictionary rule)
    {
        var names = (seal.Revision.Resolve(rule["Fields"]) as PdfArray)?.Select(f => (seal.Revision.Resolve(f) as PdfString)?.ToText()).OfType<string>().ToList() ?? [];
        locks.Add(((seal.Revision.Resolve(rule["Action"]) as PdfName)?.Value ?? "All", names));
        if ((seal.Revision.Resolve(rule["P"]) as PdfInteger)?.Value == 1)
            Close(seal);
    }

    private void Close(FoundSeal seal)
    {
        MayFill = false;
        ClosedBy ??= seal.Field;
    }
}
