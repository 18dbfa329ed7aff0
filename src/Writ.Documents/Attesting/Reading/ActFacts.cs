using System.Collections.Immutable;

namespace Writ.Documents;

/// <summary>What every act states, whatever it is.</summary>
internal sealed record ActFacts(
    ImmutableArray<string> Slots, Person Person, DateTimeOffset At, string? Shown, ImmutableArray<Person> Officers, Person? Witness, string? NoWitness, ImmutableArray<AudioVisualReference> Recordings)
{
    public static ActFacts Read(Members members)
    {
        var slots = members.Names("slots", members.Limits.Slots);
        if (slots.Count == 0) members.Missing("slots");
        if (members.Object("device") is { } device)
        {
            device.Required("name");
            device.Text("model");
            device.Text("software");
            device.Text("userAgent", members.Limits.Text);
            device.Text("screen");
            device.End();
        }
        if (members.Object("reading") is { } reading)
        {
            reading.Whole("seconds");
            foreach (var (page, path) in reading.Items("pages", members.Limits.Pages))
                if (Members.Whole(page) is null) members.Report("attestation-member-mistyped", path, "应为页码。", "Must be a page number.");
            reading.End();
        }
        var person = members.Object("person");
        if (person is null) members.Missing("person");
        return new ActFacts(
            [.. slots],
            person is null ? PersonReader.Nobody : PersonReader.Read(person),
            members.Moment("at", required: true) ?? default,
            members.Digest("shown"),
            [.. members.Items("officers", members.Limits.Items).Select(item => PersonReader.Read(new Members(item.Value, item.Path, members.Problems, members.Limits)))],
            members.Object("witness") is { } witness ? PersonReader.Read(witness, mayPress: true) : null,
            members.Text("noWitness", members.Limits.Text),
            [.. members.Items("recordings", members.Limits.Items).Select(item => RecordingReader.Read(new Members(item.Value, item.Path, members.Problems, members.Limits)))]);
    }
}
