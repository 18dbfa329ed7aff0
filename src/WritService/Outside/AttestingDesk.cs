using System.Text.Json;
using Writ.Documents;
using Writ.Pdf;
using Writ.Sealing;
using Writ.Typesetting;

namespace Writ.Outside;

/// <summary>
/// Where an act, a document and the attestation key meet: reads, judges, draws, seals with time. All slots of an act are recorded, or none:
/// a document that is half attested never leaves the house.
/// </summary>
internal sealed class AttestingDesk(PackLibrary packs, FontLibrary fonts, SealingDesk seals, ISealKey key, EvidenceVault vault, TrustAnchors trust)
{
    /// <summary>Records an act.</summary>
    public async Task<AttestingOutcome> AttestAsync(ReadOnlyMemory<byte> document, JsonElement value, DateTimeOffset now, CancellationToken cancel)
    {
        List<Problem> problems = [];
        if (AttestationReader.Read(value, problems) is not { } act)
            return new AttestingOutcome.Rejected(problems);
        if (Read(document, out AttestingOutcome? unreadable) is not { } state)
            return unreadable!;
        if (Library(state) is not var (pack, profile))
            return Unknown(state);
        Report report = BoundedExamination.Run(document.ToArray(), trust, now, cancel);
        problems.AddRange(Issuing.Check(state, act, pack, profile, report, now));
        if (problems.Exists(problem => problem.Severity == Severity.Error))
            return new AttestingOutcome.Forbidden(problems);

        SealedEvidence evidence = vault.Close(act);
        List<DateTimeOffset> times = [.. report.SealTimes()];
        foreach (string name in act.Slots)
        {
            AttestingResult drawn = Attesting.Record(state, state.Find(name)!, act, fonts, evidence, key, now);
            if (drawn.Request is not { } request)
                return new AttestingOutcome.Rejected(drawn.Problems);
            SealOutcome<SealedDocument> sealedNow = await seals.SealAsync(document, request, SealLevel.T, cancel);
            if (!sealedNow.Succeeded)
                return new AttestingOutcome.Refused(sealedNow.Problems);
            document = sealedNow.Value.Bytes;
            times.AddRange(sealedNow.Value.SealTimes);
            state = DocumentState.Read(PdfFile.OpenStrictly(document)) ?? throw new InvalidOperationException("A recorded document is no longer one.");
        }
        return new AttestingOutcome.Recorded(document, state, times, problems);
    }

    /// <summary>Closes a document: strikes out what nobody used, then sets the closing seal with <paramref name="closing"/>.</summary>
    public async Task<AttestingOutcome> CloseAsync(ReadOnlyMemory<byte> document, ISealKey closing, DateTimeOffset now, CancellationToken cancel)
    {
        if (Read(document, out AttestingOutcome? unreadable) is not { } state)
            return unreadable!;
        Report report = BoundedExamination.Run(document.ToArray(), trust, now, cancel);
        IReadOnlyList<Problem> problems = Issuing.CheckClosing(state, report);
        if (problems.Any(problem => problem.Severity == Severity.Error))
            return new AttestingOutcome.Forbidden(problems);
        List<DateTimeOffset> times = [.. report.SealTimes()];
        while (!state.IsClosed)
        {
            SealRequest next = Closing.Next(state, fonts, key, now);
            SealOutcome<SealedDocument> sealedNow = await seals.SealAsync(document, next.Act == SealAct.Close ? next with { Key = closing } : next, SealLevel.T, cancel);
            if (!sealedNow.Succeeded)
                return new AttestingOutcome.Refused(sealedNow.Problems);
            document = sealedNow.Value.Bytes;
            times.AddRange(sealedNow.Value.SealTimes);
            state = DocumentState.Read(PdfFile.OpenStrictly(document)) ?? throw new InvalidOperationException("A closed document is no longer one.");
        }
        return new AttestingOutcome.Recorded(document, state, times, problems);
    }

    /// <summary>The state of a document, or why there is none.</summary>
    public static DocumentState? Read(ReadOnlyMemory<byte> document, out AttestingOutcome? unreadable)
    {
        try
        {
            DocumentState? state = DocumentState.Read(PdfFile.OpenStrictly(document));
            unreadable = state is null ? new AttestingOutcome.Unreadable("不是本服务生成的文书：缺少文书说明（writ.json）或案情数据。", "This is no writ of this service: its account (writ.json) or case data is missing.") : null;
            return state;
        }
        catch (PdfFormatException fault)
        {
            unreadable = new AttestingOutcome.Unreadable($"PDF 无法读取：{fault.Message}", $"The PDF cannot be read: {fault.Message}");
            return null;
        }
    }

    private (Pack, Profile)? Library(DocumentState state) =>
        packs.Find(state.PackId) is { } pack && packs.Profiles.TryGetValue(state.Profile, out Profile? profile) ? (pack, profile) : null;

    private static AttestingOutcome.Forbidden Unknown(DocumentState state) => new([new Problem("pack-unknown", "$", new Bilingual(
        $"服务端没有文书“{state.PackName}”（{state.PackId}）或规则档案“{state.Profile}”，无从判断签署次序。",
        $"The service lacks the pack {state.PackId} or the profile {state.Profile}: it cannot judge the order of acts."))]);
}
