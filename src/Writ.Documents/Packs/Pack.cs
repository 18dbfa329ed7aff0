using System.Text.Json;
using Writ.Documents.Packs;
using Writ.Scripting;

namespace Writ.Documents;

/// <summary>One kind of writ, as data (文书模板包): frozen when loaded, shared by all requests.</summary>
public sealed class Pack
{
    private readonly Manifest _manifest;
    private readonly RuleSet _rules;
    private readonly Script _script;

    internal Pack(Manifest manifest, PackSchema schema, RuleSet rules, Script script, IReadOnlyList<PackExample> examples, IReadOnlyList<string> styleSheets, IReadOnlyList<string> tighterSheets, string changes, string hash)
    {
        _manifest = manifest;
        _rules = rules;
        _script = script;
        Schema = schema;
        Examples = examples;
        StyleSheets = styleSheets;
        TighterSheets = tighterSheets;
        Changes = changes;
        Hash = hash;
    }

    /// <summary>Folder name, pinyin, never reused: <c>xunwen-bilu</c>.</summary>
    public string Id => _manifest.Id;

    public Bilingual Name => new(_manifest.Name, _manifest.NameEn);

    /// <summary>Number in the 2021 national models (<c>14</c>), or <c>X-07</c> for a writ outside them.</summary>
    public string Number => _manifest.Number;

    /// <summary>Which set of models the form follows.</summary>
    public string Edition => _manifest.Edition;

    /// <summary>Names in circulation that are not the name of the form.</summary>
    public IReadOnlyList<string> FormerNames => _manifest.FormerNames;

    public PackKind Kind => _manifest.Kind;

    /// <summary>来源立案、调查取证、强制措施、审核决定、送达执行、归档管理 …</summary>
    public string Stage => _manifest.Stage;

    public Bilingual Purpose => _manifest.Purpose;

    public IReadOnlyList<LegalReference> LegalBasis => _manifest.LegalBasis;

    public DateOnly InForceFrom => DateOnly.ParseExact(_manifest.InForceFrom, "yyyy-MM-dd");

    /// <summary>Name of the seal place (<c>bureau</c>), or null for a form that carries no seal.</summary>
    public string? Seal => _manifest.Seal;

    public bool PerPageSignatures => _manifest.PerPageSignatures;

    /// <summary>Which duty of the profile to record in sound and picture the officers' signature under this writ answers for; null for none.</summary>
    public string? RecordingDuty => _manifest.RecordingDuty;

    /// <summary>文种代字 of the document number unless the profile says otherwise; null when the form is not numbered.</summary>
    public string? Serial => _manifest.Serial;

    /// <summary>A market-supervision bureau seldom has the power this writ needs.</summary>
    public bool Rare => _manifest.Rare;

    public IReadOnlyList<SlotDeclaration> Slots => _manifest.Slots;

    public PackSchema Schema { get; }

    public IReadOnlyList<PackExample> Examples { get; }

    /// <summary>Texts of the style sheets, in the order in which they are combined.</summary>
    public IReadOnlyList<string> StyleSheets { get; }

    /// <summary>How many pages the form should take; null where its length is free.</summary>
    internal int? ModelPages => _manifest.Fit?.Pages;

    /// <summary>Texts of the style sheets tried in turn, each over <see cref="StyleSheets"/>, when a writ takes more than <see cref="ModelPages"/>.</summary>
    internal IReadOnlyList<string> TighterSheets { get; }

    /// <summary>CHANGES.md.</summary>
    public string Changes { get; }

    public string Version => _manifest.Version;

    /// <summary>SHA-256, lower-case hex, over everything that decides what the pack yields.</summary>
    public string Hash { get; }

    /// <summary>The statutory rules of the pack, for catalogues.</summary>
    public IReadOnlyList<PackRule> Rules => _rules.Described;

    /// <summary>The slot a writ names, <c>attendee-3</c> included when <c>attendee</c> may repeat; null when undeclared.</summary>
    public SlotDeclaration? FindSlot(string name)
    {
        foreach (var slot in Slots)
        {
            if (slot.Name == name && !slot.Many) return slot;
            if (slot.Many && name.Length > slot.Name.Length + 1 && name.StartsWith(slot.Name, StringComparison.Ordinal)
                && name[slot.Name.Length] == '-' && name.AsSpan(slot.Name.Length + 1).IndexOfAnyExceptInRange('0', '9') < 0) return slot;
        }
        return null;
    }

    /// <summary>Holds case data against the schema and, when that passes, against the statutory rules under a profile.</summary>
    public CheckResult Check(JsonElement data, Profile profile, DateTimeOffset now)
    {
        var problems = new ProblemList();
        SchemaValidator.Check(data, Schema.Root, Place.Root, problems);
        if (problems.HasErrors) return new CheckResult(problems.All, null);
        var model = ScriptModel.Of(Completion.Complete(data, Schema.Root));
        _rules.Run(ScriptModel.Of(model, profile, _manifest, now), profile.Scripts, problems);
        return new CheckResult(problems.All, problems.HasErrors ? null : new CheckedData(this, profile, data.Clone(), model, CaseImages.Collect(data, Schema.Root)));
    }

    /// <summary>Runs the pack's script over checked data.</summary>
    /// <exception cref="ScriptException">The script fails on data it should accept: a mistake in the pack, with template line and column.</exception>
    public WrittenManuscript Write(CheckedData data, DateTimeOffset now, CancellationToken cancel = default)
    {
        if (data.Pack != this) throw new ArgumentException("The data was checked by another pack.", nameof(data));
        var output = _script.Render(ScriptModel.Of(data.Model, data.Profile, _manifest, now, DocumentCode.Of(data, now)), data.Profile.Scripts, cancel);
        return new WrittenManuscript(output.Text, output.SourceMap);
    }

    /// <summary>
    /// Looks the pack over as its maintainer would: undeclared and unused fields, examples against what their place says, slots against the script.
    /// Empty when all is well. Takes milliseconds; meant for `writ check`, not for requests.
    /// </summary>
    public IReadOnlyList<PackProblem> Examine(IReadOnlyDictionary<string, Profile> profiles, DateTimeOffset now) =>
        new Examining(this, _script, _rules, profiles, now).Run();
}
