using System.Collections.Immutable;
using Writ.Sealing;

namespace Writ.Documents;

/// <summary>The only place that says which act may follow which. An answer is a list of problems with their legal basis: errors forbid, warnings travel along.</summary>
public static class Issuing
{
    /// <summary>Whether an act may be recorded now.</summary>
    /// <param name="seals">What <see cref="Verifier.Examine"/> says of the document as it came in.</param>
    /// <param name="received">Digest of the file that came in, when several acts are recorded one after the other: people were shown that file. Null for one act.</param>
    public static IReadOnlyList<Problem> Check(DocumentState state, Attestation act, Pack pack, Profile profile, Report seals, DateTimeOffset now, string? received = null)
    {
        var on = Open(state, act, pack, profile, seals, now, received);
        if (Bars(on.Problems)) return on.Problems;
        PersonRules.Check(on);
        OfficerRules.Check(on);
        WitnessRules.Check(on);
        RecordingRules.Check(on);
        InkRules.Check(on);
        AlterationRules.Check(on);
        DeliveryRules.Check(on);
        TimeRules.Check(on);
        return on.Problems;
    }

    /// <summary>The acts a ticket may allow now; what forbids it is added to <paramref name="problems"/>.</summary>
    internal static ImmutableArray<string> Open(DocumentState state, TicketRequest request, Pack pack, Profile profile, Report seals, DateTimeOffset now, List<Problem> problems)
    {
        var open = ImmutableArray.CreateBuilder<string>();
        var first = new List<Problem>();
        foreach (var act in request.Acts.IsEmpty ? CapturedActs.All : request.Acts)
        {
            var on = Open(state, CapturedActs.Expected(act, request, state.Sha256, now), pack, profile, seals, now, null);
            if (!Bars(on.Problems))
            {
                PersonRules.Check(on);
                OfficerRules.CheckTurn(on);
                WitnessRules.CheckTurn(on);
                AlterationRules.CheckTurn(on);
                if (on.Act is Alteration alteration && request.GivenWhole("page") is not null) AlterationRules.CheckPassage(on, alteration);
                DeliveryRules.CheckTurn(on);
            }
            if (on.Problems.Exists(problem => problem.Severity == Severity.Error))
            {
                // An act that was asked for must be possible; of those nobody asked for, one is enough.
                if (!request.Acts.IsEmpty) problems.AddRange(on.Problems.Except(problems));
                else if (first.Count == 0 || (!Fits(first) && Fits(on.Problems))) first = on.Problems;
            }
            else open.Add(act);
        }
        if (open.Count == 0 && problems.Count == 0) problems.AddRange(first);
        return request.Acts.IsEmpty && open.Any(CapturedActs.Usual.Contains) ? [.. open.Where(CapturedActs.Usual.Contains)] : open.ToImmutable();
    }

    private static bool Fits(List<Problem> problems) => !problems.Exists(problem => problem.Code == "act-unfit-for-slot");

    /// <summary>Whether the document may be closed now.</summary>
    public static IReadOnlyList<Problem> CheckClosing(DocumentState state, Report seals)
    {
        var problems = CheckSeals(state, seals);
        if (!state.IsIssued)
            problems.Add(new Problem("document-not-issued", "$", new Bilingual("文书尚未签发，不能封存。", "The document is not issued yet; it cannot be closed."), Basis.Original));
        if (state.IsClosed)
            problems.Add(new Problem("document-closed", "$", new Bilingual("文书已封存。", "The document is closed."), Basis.Unaltered));
        var open = state.Slots.Where(slot => slot is { Required: true, IsSettled: false }).ToList();
        if (open.Count > 0)
            problems.Add(new Problem("slots-open", "$", new Bilingual(
                $"尚待签署：{string.Join("、", open.Select(slot => $"{slot.Label}（{slot.Name}）"))}。", $"Still awaited: {string.Join(", ", open.Select(slot => slot.Name))}."), Basis.EveryPage));
        if (!state.IsClosed && state.OwedWitnesses is [var owed, ..])
            problems.Add(new Problem("witness-pending", "$", new Bilingual($"已记录见证人“{owed}”在场，其尚未签名，不能封存。", $"The witness {owed} was recorded as present and has not signed; the document cannot be closed."), Basis.Refusing));
        return problems;
    }

    /// <summary>Whether a seal may be set in a field by itself: not over a slot, where a seal says what a person did. What is closed, the sealing room refuses.</summary>
    public static bool TakesSealWithoutAct(DocumentState state, string field) => state.IsClosed || state.Slots.All(slot => slot.Seal != field);

    private static Judgement Open(DocumentState state, Attestation act, Pack pack, Profile profile, Report seals, DateTimeOffset now, string? received)
    {
        var on = new Judgement(state, act, [.. act.Slots.Select(state.Find).OfType<SlotState>()], pack, profile, now, received);
        on.Problems.AddRange(CheckSeals(state, seals));
        DocumentRules.Check(on);
        return on;
    }

    // Rules about people and order speak of a document that takes acts, and of slots that are there.
    private static bool Bars(List<Problem> problems) =>
        problems.Exists(problem => problem.Severity == Severity.Error && problem.Code is "document-not-issued" or "document-closed" or "document-tampered" or "document-foreign" or "slot-unknown");

    private static List<Problem> CheckSeals(DocumentState state, Report seals)
    {
        var problems = new List<Problem>();
        if (state.IsIssued && seals.Integrity is not (Integrity.IntactAndCovers or Integrity.IntactWithAllowedLaterChanges))
            problems.Add(new Problem("document-tampered", "$", new Bilingual($"文件未通过核验，不接受签署：{seals.VerdictZh}", $"The document does not stand examination: {seals.VerdictEn}"), Basis.Unaltered));
        else if (state.IsIssued && seals.Seals.FirstOrDefault(seal => seal.Field == FieldNames.Issuer) is not { Trust.Trusted: true })
            problems.Add(new Problem("document-foreign", "$", new Bilingual("文件不是由本服务信任的机关签发的。", "The document was not issued by anyone this service trusts."), Basis.Original));
        return problems;
    }
}
