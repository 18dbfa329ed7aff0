using Writ.Pdf;
using Writ.Sealing.Checking.Changes;

namespace Writ.Sealing.Checking.Seals;

/// <summary>What one seal, and those before it, still allow afterwards; the strictest counts (ISO 32000-2, 12.8.2.2 and 12.8.2.4).</summary>
internal sealed class SealRestrictions
{
    /// <summary>The private key under which our own seals say what they are.</summary>
    public const string ActKey = "WRIT_Act";

    private const int FillingAllowed = 2, AnnotatingAllowed = 3;

    private readonly List<(string Action, IReadOnlyList<string> Names, string Seal)> locks = [];

    /// <summary>/P in force: 1 nothing, 2 filling and sealing, 3 annotating too; null when no seal certifies or limits.</summary>
    public int? Level { get; private set; }

    public bool Certified { get; private set; }

    public SealRestrictions Copy()
    {
        var copy = new SealRestrictions { Level = Level, Certified = Certified };
        copy.locks.AddRange(locks);
        return copy;
    }

    /// <summary>Takes in what one more seal says. False when it claims to allow more than is allowed already.</summary>
    public bool Add(FoundSeal seal)
    {
        var honest = true;
        foreach (var (method, parameters) in seal.Transforms())
        {
            if (method == "DocMDP")
            {
                Certified = true;
                honest &= Limit(Permission(seal, parameters) ?? FillingAllowed);
            }
            else if (method == "FieldMDP")
            {
                honest &= Lock(seal, parameters);
            }
        }
        if (seal.Revision.Resolve(seal.FieldDictionary["Lock"]) is PdfDictionary fieldLock)
            honest &= Lock(seal, fieldLock);
        if (seal.Text(ActKey) == nameof(SealAct.Close))
            Limit(1);
        return honest;
    }

    public bool Allows(LaterChange change) => change.Nature switch
    {
        ChangeNature.Upkeep => true,
        ChangeNature.Filling or ChangeNature.Sealing => (Level ?? FillingAllowed) >= FillingAllowed && !IsLocked(change.Field),
        ChangeNature.NewVisibleField => !Certified && (Level ?? FillingAllowed) >= FillingAllowed && !IsLocked(change.Field),
        ChangeNature.Annotating => Level >= AnnotatingAllowed,
        _ => false,
    };

    /// <summary>The seal whose lock names the field; null when it is free.</summary>
    public string? LockedBy(string? field)
    {
        if (field is null)
            return null;
        foreach (var (action, names, seal) in locks)
        {
            // A name locks the field and everything below it: whole parts of the name, never a prefix of one.
            var listed = names.Any(n => n == field || field.StartsWith(n + ".", StringComparison.Ordinal));
            if (action == "All" || (action == "Include" && listed) || (action == "Exclude" && !listed))
                return seal;
        }
        return null;
    }

    private bool IsLocked(string? field) => LockedBy(field) is not null;

    private bool Lock(FoundSeal seal, PdfDictionary rule)
    {
        var names = (seal.Revision.Resolve(rule["Fields"]) as PdfArray)?.Select(f => (seal.Revision.Resolve(f) as PdfString)?.ToText()).OfType<string>().ToList() ?? [];
        // An action that is not one of the three is taken for the widest.
        var action = (seal.Revision.Resolve(rule["Action"]) as PdfName)?.Value is "Include" or "Exclude" ? ((PdfName)seal.Revision.Resolve(rule["Action"])).Value : "All";
        locks.Add((action, names, seal.Field));
        return Permission(seal, rule) is not { } permission || Limit(permission);
    }

    private static int? Permission(FoundSeal seal, PdfDictionary parameters) =>
        seal.Revision.Resolve(parameters["P"]) is PdfInteger { Value: >= 1 and <= 3 } permission ? (int)permission.Value : parameters.Has("P") ? 1 : null;

    private bool Limit(int permission)
    {
        var honest = Level is null || permission <= Level;
        Level = Math.Min(Level ?? permission, permission);
        return honest;
    }
}
