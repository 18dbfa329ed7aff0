using System.Text.Json;
using System.Text.Json.Nodes;

namespace Writ.Documents;

/// <summary>Reads an attestation back from its sealed record: everything but inks and prints, of which the record keeps digests only.</summary>
internal static class RecordedAttestation
{
    private static readonly string[] Replaced = ["ink", "inks", "fingerprint"];

    /// <summary>Null for the record of an unused slot, and for one that is not as this version writes it.</summary>
    public static Attestation? Read(RecordedAct recorded)
    {
        if (recorded.Act == "unused" || !recorded.Record.TryGetProperty("act", out var act) || act.ValueKind != JsonValueKind.Object) return null;
        var told = JsonObject.Create(act)!.DeepClone().AsObject();
        Strip(told);
        // A print is all that makes a fingerprint one; what it says besides is what a witness would say.
        var pressed = recorded.Act == "fingerprint";
        if (pressed) told["act"] = "signature";
        var (reason, cannotRead) = (told["reason"]?.ToString() ?? "", pressed && told.Remove("cannotRead"));
        if (pressed) told.Remove("reason");
        var read = AttestationReader.Read(JsonElement.Parse(told.ToJsonString()), []);
        return pressed && read is not null
            ? new Fingerprint
            {
                Slots = read.Slots, Person = read.Person, At = read.At, Officers = read.Officers, Witness = read.Witness, NoWitness = read.NoWitness, Recordings = read.Recordings,
                Print = new FingerImage("", default), Reason = reason, CannotRead = cannotRead,
            }
            : read;
    }

    private static void Strip(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var name in Replaced) members.Remove(name);
                foreach (var member in members) Strip(member.Value);
                break;
            case JsonArray items:
                foreach (var item in items) Strip(item);
                break;
        }
    }
}
