using System.Collections.Immutable;

namespace Writ.Documents;

/// <summary>The acts a tablet can capture: those in which the person at the tablet writes, presses or declines.</summary>
internal static class CapturedActs
{
    /// <summary>What a ticket allows when it is not said: the first that the slots take, a signature before all.</summary>
    public static readonly ImmutableArray<string> Usual = ["signature", "fingerprint", "refusal"];

    private static readonly ImmutableArray<string> Special = ["delivery", "witness-statement", "alteration", "read-aloud"];

    public static readonly ImmutableArray<string> All = [.. Usual, .. Special];

    /// <summary>The act as it would stand if it happened now, as far as that is known before it has.</summary>
    public static Attestation Expected(string act, TicketRequest request, string shown, DateTimeOffset at)
    {
        var (slots, person) = (request.Slots, request.Named);
        Attestation expected = act switch
        {
            "signature" => new Signature { Slots = slots, Person = person, At = at },
            "fingerprint" => new Fingerprint { Slots = slots, Person = person, At = at, Print = new FingerImage("", default), Reason = "" },
            "refusal" => new Refusal { Slots = slots, Person = person, At = at, Reason = "" },
            "delivery" => new Delivery { Slots = slots, Person = person, At = at, Mode = DeliveryMode.Direct },
            "witness-statement" => new WitnessStatement { Slots = slots, Person = person, At = at, Statement = "" },
            "alteration" => new Alteration { Slots = slots, Person = person, At = at, Page = request.GivenWhole("page") ?? 0, Old = request.GivenText("old"), New = request.GivenText("new") },
            "read-aloud" => new ReadAloud { Slots = slots, Person = person, At = at, Listener = request.GivenText("listener"), Reason = "", Answer = "" },
            _ => throw new ArgumentException("No act of a tablet.", nameof(act)),
        };
        return expected with { Shown = shown };
    }
}
