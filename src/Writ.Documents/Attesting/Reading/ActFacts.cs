using System.Collections.Immutable;

namespace Writ.Documents;

/// <summary>What every act states, whatever it is.</summary>
internal sealed record ActFacts(
    ImmutableArray<string> Slots, Person Person, DateTimeOffset At, string? Shown, ImmutableArray<Person> Officers, Person? Witness, string? NoWitness, ImmutableArray<AudioVisualReference> Recordings)
{
    public static ActFacts Read(Members members)
    {
        var slots = ImmutableArray.CreateBuilder<string>();
        foreach (var (item, path) in members.Items("slots", members.Limits.Slots))
        {
            if (item.ValueKind != System.Text.Json.JsonValueKind.String) members.Report("attestation-member-mistyped", path, "应为文本。", "Must be a text.");
            else if (slots.Contains(item.GetString()!)) members.Report("slot-repeated", path, $"签署栏“{item.GetString()}”重复。", $"The slot {item.GetString()} is named twice.");
            else slots.Add(item.GetString()!);
        }
        if (slots.Count == 0) members.Missing("slots");
        if (members.Object("device") is { } device)
        {
            device.Required("id");
            device.Text("model");
            device.Text("software");
            device.End();
        }
        var person = members.Object("person");
        if (person is null) members.Missing("person");
        return new ActFacts(
            slots.ToImmutable(),
            person is null ? PersonReader.Nobody : PersonReader.Read(person),
            members.Moment("at", required: true) ?? default,
            members.Digest("shown"),
            [.. members.Items("officers", members.Limits.Items).Select(item => PersonReader.Read(new Members(item.Value, item.Path, members.Problems, members.Limits)))],
            members.Object("witness") is { } witness ? PersonReader.Read(witness) : null,
            members.Text("noWitness", members.Limits.Text),
            [.. members.Items("recordings", members.Limits.Items).Select(item => RecordingReader.Read(new Members(item.Value, item.Path, members.Problems, members.Limits)))]);
    }
}
