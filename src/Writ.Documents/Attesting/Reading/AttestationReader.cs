using System.Collections.Immutable;
using System.Text.Json;

namespace Writ.Documents;

/// <summary>Reads attestations as callers and tablets send them. Strict: no unknown members, every text bounded, every ink and picture readable.</summary>
public static class AttestationReader
{
    /// <summary>The attestation, or null with what is wrong in <paramref name="problems"/>, each under its JSON path.</summary>
    public static Attestation? Read(JsonElement value, List<Problem> problems, AttestationLimits? limits = null)
    {
        var before = problems.Count;
        var members = new Members(value, "$", problems, limits ?? AttestationLimits.Default);
        var facts = ActFacts.Read(members);
        var act = members.Required("act");
        Attestation? read = act switch
        {
            "signature" => ReadSignature(members, facts),
            "fingerprint" => ReadFingerprint(members, facts),
            "refusal" => new Refusal { Slots = facts.Slots, Person = facts.Person, At = facts.At, Reason = members.Required("reason", members.Limits.Text) },
            "absence" => new Absence
            {
                Slots = facts.Slots, Person = facts.Person, At = facts.At,
                Reason = members.Required("reason", members.Limits.Text), Notified = members.Required("notified", members.Limits.Text),
            },
            "witness-statement" => new WitnessStatement { Slots = facts.Slots, Person = PersonReader.ReadPressing(members, facts.Person), At = facts.At, Statement = members.Required("statement", members.Limits.Text) },
            "alteration" => ReadAlteration(members, facts),
            "read-aloud" => new ReadAloud
            {
                Slots = facts.Slots, Person = PersonReader.ReadPressing(members, facts.Person), At = facts.At,
                Listener = members.Required("listener"), Reason = members.Required("reason", members.Limits.Text), Answer = members.Required("answer", members.Limits.Text),
            },
            "delivery" => DeliveryReader.Read(members, facts),
            "" => null,
            _ => Unknown(members),
        };
        if (read is null) return null;
        members.End();
        return problems.Count > before ? null : read with
        {
            Shown = facts.Shown, Officers = facts.Officers, Witness = facts.Witness, NoWitness = facts.NoWitness, Recordings = facts.Recordings, Source = value.Clone(),
        };
    }

    private static Signature ReadSignature(Members members, ActFacts facts)
    {
        var inks = ImmutableArray.CreateBuilder<PageInk>();
        var everyPage = members.Flag("everyPage");
        if (facts.Person.Ink is { } one) inks.Add(new PageInk(everyPage ? PageInk.Every : PageInk.Only, one));
        foreach (var (item, path) in members.Items("inks", members.Limits.Pages))
        {
            var page = new Members(item, path, members.Problems, members.Limits);
            var number = page.Whole("page");
            if (PersonReader.ReadInk(page, "ink") is not { } ink) { if (page.Find("ink") is null) page.Missing("ink"); }
            else if (number < 1 || inks.Any(known => known.Page == number || facts.Person.Ink is not null))
                members.Report("ink-page-repeated", path, "页码应从 1 起，每页一份笔迹；不得同时给出 person.ink。", "Pages count from 1 and have one ink each; person.ink is not given beside them.");
            else inks.Add(new PageInk(number, ink));
            page.End();
        }
        var phrase = members.Object("phrase");
        var text = phrase?.Required("text", members.Limits.Text);
        var hand = phrase is null ? null : PersonReader.ReadInk(phrase, "ink");
        phrase?.End();
        return new Signature
        {
            Slots = facts.Slots, Person = PersonReader.ReadPressing(members, facts.Person), At = facts.At,
            Inks = inks.ToImmutable(), Phrase = text, PhraseInk = hand,
        };
    }

    private static Fingerprint? ReadFingerprint(Members members, ActFacts facts)
    {
        var reason = members.Required("reason", members.Limits.Text);
        var cannotRead = members.Flag("cannotRead");
        return PersonReader.ReadPrint(members, required: true) is { } print
            ? new Fingerprint { Slots = facts.Slots, Person = facts.Person, At = facts.At, Print = print, Reason = reason, CannotRead = cannotRead }
            : null;
    }

    private static Alteration ReadAlteration(Members members, ActFacts facts)
    {
        var alteration = new Alteration
        {
            Slots = facts.Slots, Person = PersonReader.ReadPressing(members, facts.Person), At = facts.At, Page = members.Whole("page"),
            Old = members.Text("old", members.Limits.Text, mayBeEmpty: true) ?? "", New = members.Text("new", members.Limits.Text, mayBeEmpty: true) ?? "",
        };
        if (alteration.Old == alteration.New)
            members.Report("alteration-changes-nothing", members.Path, "改动前后相同。", "The passage is the same before and after.");
        return alteration;
    }

    private static Attestation? Unknown(Members members)
    {
        members.Report("attestation-act-unknown", members.At("act"),
            "act 应为 signature、fingerprint、refusal、absence、witness-statement、alteration、read-aloud 或 delivery。",
            "act is signature, fingerprint, refusal, absence, witness-statement, alteration, read-aloud or delivery.");
        return null;
    }
}
