using System.Text.Json;

namespace Writ.Documents;

/// <summary>An act held against the document it would be recorded in, while the rules look at it one after the other.</summary>
/// <param name="Received">Digest of the file that came in, where earlier acts of the same call have grown it since.</param>
internal sealed record Judgement(DocumentState State, Attestation Act, IReadOnlyList<SlotState> Slots, Pack Pack, Profile Profile, DateTimeOffset Now, string? Received)
{
    public List<Problem> Problems { get; } = [];

    /// <summary>Officers the case data names: everything in it that has a certificate number.</summary>
    public IReadOnlyList<NamedOfficer> NamedOfficers { get; } = [.. NamedOfficer.In(State.CaseData)];

    public void Forbid(string code, string path, string zh, string en, string? basis = null) => Problems.Add(new Problem(code, path, new Bilingual(zh, en), basis));

    public void Warn(string code, string path, string zh, string en, string? basis = null) => Problems.Add(new Problem(code, path, new Bilingual(zh, en), basis, Severity.Warning));

    /// <summary>Whether a text of the case data has these words.</summary>
    public bool Says(string words) => Says(State.CaseData, words);

    private static bool Says(JsonElement value, string words) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(member => Says(member.Value, words)),
        JsonValueKind.Array => value.EnumerateArray().Any(item => Says(item, words)),
        JsonValueKind.String => value.GetString()!.Contains(words, StringComparison.Ordinal),
        JsonValueKind.Number => value.GetRawText() == words,
        _ => false,
    };

    /// <summary>Whether the profile lays this duty on the bureau.</summary>
    public bool HasDuty(string name) => Profile.HasDuty(name);

    public int Term(string name) => Profile.Term(name);
}
