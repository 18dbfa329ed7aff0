using System.Collections.Immutable;
using Writ.Pdf;

namespace Writ.Documents;

/// <summary>Which mark an act leaves in each place of a slot.</summary>
internal static class SlotPlan
{
    private const string NotUsed = "未使用 not used";

    /// <summary>Every field of the slot, those the act has nothing for struck out.</summary>
    public static List<FieldFilling> Of(DocumentState state, SlotState slot, Attestation act)
    {
        var telling = Telling(slot, act);
        return [.. slot.Places.Select(place => Fill(state, slot, act, place, telling))];
    }

    /// <summary>All places struck out, when a document is closed over a slot nobody used.</summary>
    public static List<FieldFilling> Unused(DocumentState state, SlotState slot) =>
        [.. slot.Places.Select(place => new FieldFilling(Field(state, place), new SlotMark.Void(), NotUsed))];

    /// <summary>What <see cref="Unused"/> writes.</summary>
    public static IReadOnlyList<string> NotUsedSayings { get; } = [NotUsed];

    /// <summary>What a field may say after the act, and whether it is drawn in words: the reviewer's side of <see cref="Of"/>, which does not know the inks.</summary>
    public static (IReadOnlyList<string> Values, bool InWords) Sayings(SlotState slot, Attestation act, SlotPlacing place)
    {
        if (place.Part == "date") return ([ActWords.Day(act.At)], true);
        var telling = Telling(slot, act);
        if (Unsigned(act)) return ([place == telling ? Told(act, slot, place) : telling is null ? NotUsed : ActWords.Short(act, slot, telling.Page)], true);
        if (place.Part == "text" && act is Signature { Phrase: { } phrase }) return ([Written(act, phrase), NotUsed], false);
        if (place.Part == "text") return place == telling ? ([ActWords.Of(act, slot)!], true) : (NotUsedSayings, false);
        return ([NotUsed, .. Hows(act).Select(how => Said(slot, act, place, how))], false);
    }

    private static IEnumerable<string> Hows(Attestation act) => act switch
    {
        Fingerprint print => [Pressed(print)],
        Alteration => [Altered, Altered + Pressing],
        WitnessStatement => [Witnessed, Witnessed + Pressing],
        Signature or ReadAloud or Delivery => [Signed, Signed + Pressing],
        _ => [],
    };

    private const string Signed = "签名", Altered = "确认改动签名", Witnessed = "见证签名", Pressing = "并捺印";

    private static string Pressed(Fingerprint print) => $"捺印（{print.Reason}）";

    private static string Written(Attestation act, string phrase) => $"{act.Person.Name}手写：{phrase}";

    private static string Said(SlotState slot, Attestation act, SlotPlacing place, string how) => $"{act.Person.Name}（{slot.Label}）{how}，第{place.Page}页，{ActWords.Day(act.At)}";

    // The place that says everything: the text place, or else the last one for ink.
    private static SlotPlacing? Telling(SlotState slot, Attestation act) =>
        ActWords.Of(act, slot) is null ? null : slot.Places.LastOrDefault(place => place.Part == "text") ?? (act is Refusal or Absence or Delivery ? slot.Places.LastOrDefault(place => place.Part == "ink") : null);

    private static FieldFilling Fill(DocumentState state, SlotState slot, Attestation act, SlotPlacing place, SlotPlacing? telling)
    {
        var field = Field(state, place);
        if (place.Part == "date") return Said(field, ActWords.Day(act.At), struck: false);
        if (Unsigned(act))
            return place == telling
                ? Said(field, Told(act, slot, place), struck: place.Part == "ink", Beside(state, act))
                : Said(field, telling is null ? NotUsed : ActWords.Short(act, slot, telling.Page), struck: true);
        if (place.Part == "text") return Text(field, slot, act, place == telling);
        return Hand(field, slot, act, place);
    }

    private static string Told(Attestation act, SlotState slot, SlotPlacing place) => place.Part == "ink" ? ActWords.Brief(act, slot) : ActWords.Of(act, slot)!;

    private static FieldFilling Text(PlacedField field, SlotState slot, Attestation act, bool tells) => act switch
    {
        Signature { PhraseInk: { } hand } signature when tells && slot.Phrase is not null => new FieldFilling(field, new SlotMark.Hand(hand), Written(signature, signature.Phrase!)),
        Signature => new FieldFilling(field, new SlotMark.Void(), NotUsed),
        Fingerprint print when tells => Said(field, ActWords.Of(act, slot)!, struck: false, print: print.Print),
        _ when tells => Said(field, ActWords.Of(act, slot)!, struck: false),
        _ => new FieldFilling(field, new SlotMark.Void(), NotUsed),
    };

    private static FieldFilling Hand(PlacedField field, SlotState slot, Attestation act, SlotPlacing place)
    {
        switch (act)
        {
            case Signature signature when InkOf(signature, slot, place.Page) is { } ink:
                return new FieldFilling(field, new SlotMark.Hand(ink, act.Person.Print), Say(How(Signed)));
            case Fingerprint print:
                return new FieldFilling(field, new SlotMark.Pressed(print.Print), Say(Pressed(print)));
            case WitnessStatement or Alteration or ReadAloud or Delivery when act.Person.Ink is { } own:
                return new FieldFilling(field, new SlotMark.Hand(own, act.Person.Print), Say(How(act is Alteration ? Altered : act is WitnessStatement ? Witnessed : Signed)));
            default:
                return new FieldFilling(field, new SlotMark.Void(), NotUsed);
        }

        string Say(string how) => Said(slot, act, place, how);
        string How(string hand) => act.Person.Print is null ? hand : hand + Pressing;
    }

    /// <summary>The ink that goes into a slot on a page; null when the person has not signed that page.</summary>
    internal static Ink? InkOf(Signature signature, SlotState slot, int page) =>
        InkOf(signature, slot.Places.Where(place => place.Part == "ink").Select(place => place.Page).Distinct().Count(), page);

    /// <param name="pages">On how many pages the slot stands.</param>
    internal static Ink? InkOf(Signature signature, int pages, int page) =>
        signature.Inks.FirstOrDefault(ink => ink.Page == page || ink.Page == PageInk.Every || (ink.Page == PageInk.Only && pages == 1))?.Ink;

    private static FieldFilling Said(PlacedField field, string text, bool struck, ImmutableArray<SlotMark.Hand>? beside = null, FingerImage? print = null) =>
        new(field, new SlotMark.Words(text, struck, beside ?? [], print), text);

    /// <summary>Nobody wrote in the slot.</summary>
    internal static bool Unsigned(Attestation act) => act is Refusal or Absence or Delivery { Mode: not DeliveryMode.Direct };

    // Who has a slot signs there; others sign beside the words.
    private static ImmutableArray<SlotMark.Hand> Beside(DocumentState state, Attestation act) =>
    [
        .. act.Witness is not { Ink: { } witness } known || state.HasSlotFor(known) ? Enumerable.Empty<SlotMark.Hand>() : [new SlotMark.Hand(witness, known.Print)],
        .. state.Slots.Any(slot => slot.Role == "officer") ? [] : act.Officers.Select(officer => officer.Ink).OfType<Ink>().Select(ink => new SlotMark.Hand(ink)),
    ];

    private static PlacedField Field(DocumentState state, SlotPlacing place) =>
        state.Form.Find(place.Field) ?? throw new PdfFormatException(-1, "ISO 32000-2, 12.7.4", $"The field {place.Field} is missing");
}
