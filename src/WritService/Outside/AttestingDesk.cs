using System.Security.Cryptography;
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
    /// <summary>Records an act; or, one after the other, acts that tablets captured on this very file.</summary>
    /// <param name="attestation">The act; with captures, what the desk adds to them, or null.</param>
    /// <param name="captures">Compact captures, in the order in which they are recorded.</param>
    public async Task<AttestingOutcome> AttestAsync(ReadOnlyMemory<byte> document, JsonElement? attestation, IReadOnlyList<string> captures, DateTimeOffset now, CancellationToken cancel)
    {
        List<Problem> problems = [];
        if (Acts(document, attestation, captures, problems, out AttestingOutcome? unfit) is not { } acts)
            return unfit!;
        if (Read(document, out AttestingOutcome? unreadable) is not { } state)
            return unreadable!;
        if (Library(packs, state) is not var (pack, profile))
            return Unknown(state);
        Report report = BoundedExamination.Run(document.ToArray(), trust, now, cancel);
        List<DateTimeOffset> times = [.. report.SealTimes()];
        string received = state.Sha256;
        foreach (Attestation act in acts)
        {
            // What follows the file that came in is our own: its seals need no second examination.
            problems.AddRange(Issuing.Check(state, act, pack, profile, report, now, received));
            if (problems.Exists(problem => problem.Severity == Severity.Error))
                return new AttestingOutcome.Forbidden(problems);
            AttestingOutcome recorded = await RecordAsync(document, state, act, now, cancel);
            if (recorded is not AttestingOutcome.Recorded done)
                return recorded;
            (document, state) = (done.Document, done.State);
            times.AddRange(done.SealTimes);
        }
        return new AttestingOutcome.Recorded(document, state, times, problems);
    }

    private List<Attestation>? Acts(ReadOnlyMemory<byte> document, JsonElement? attestation, IReadOnlyList<string> captures, List<Problem> problems, out AttestingOutcome? unfit)
    {
        List<Attestation> acts = [];
        unfit = null;
        string digest = Convert.ToHexStringLower(SHA256.HashData(document.Span));
        for (int i = 0; i < captures.Count; i++)
        {
            Capture? capture = Capture.Read(captures[i], key.Certificate, $"$.capture[{i}]", out Problem? problem);
            if (capture is not null && capture.Sha256 != digest)
                problem = new Problem("capture-other-document", $"$.capture[{i}]", new Bilingual("签署采集不是对这份文件作出的（摘要不符）：文件已有变动，或者采集已经使用。",
                    "The capture was not made on this file (the digests differ): it has changed since, or the capture was used already."), "《中华人民共和国电子签名法》第十三条第一款");
            if (problem is not null)
            {
                unfit = new AttestingOutcome.CaptureRefused([problem]);
                return null;
            }
            JsonElement? whole = attestation is { } completion ? capture!.Completed(completion, problems) : capture!.Act;
            if (whole is { } read && AttestationReader.Read(read, problems) is { } act)
                acts.Add(act with { Captured = capture.Received });
        }
        if (captures.Count == 0 && AttestationReader.Read(attestation ?? default, problems) is { } single)
            acts.Add(single);
        if (problems.Count == 0)
            return acts;
        unfit = new AttestingOutcome.Rejected(problems);
        return null;
    }

    private async Task<AttestingOutcome> RecordAsync(ReadOnlyMemory<byte> document, DocumentState state, Attestation act, DateTimeOffset now, CancellationToken cancel)
    {
        SealedEvidence evidence = vault.Close(act);
        List<DateTimeOffset> times = [];
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
            state = StateOf(document);
        }
        return new AttestingOutcome.Recorded(document, state, times, []);
    }

    /// <summary>Closes a document: strikes out what nobody used, then sets the closing seal with <paramref name="closing"/> and brings it to the level.</summary>
    public async Task<AttestingOutcome> CloseAsync(ReadOnlyMemory<byte> document, ISealKey closing, SealLevel level, DateTimeOffset now, CancellationToken cancel)
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
            SealOutcome<SealedDocument> sealedNow = next.Act == SealAct.Close
                ? await seals.SealAsync(document, next with { Key = closing }, level, cancel)
                : await seals.SealAsync(document, next, SealLevel.T, cancel);
            if (!sealedNow.Succeeded)
                return new AttestingOutcome.Refused(sealedNow.Problems);
            document = sealedNow.Value.Bytes;
            times.AddRange(sealedNow.Value.SealTimes);
            state = StateOf(document);
        }
        return new AttestingOutcome.Recorded(document, state, times, problems);
    }

    private static DocumentState StateOf(ReadOnlyMemory<byte> document) =>
        DocumentState.Read(PdfFile.OpenStrictly(document)) ?? throw new InvalidOperationException("A document of this service is no longer one after its own revision.");

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

    internal static (Pack, Profile)? Library(PackLibrary packs, DocumentState state) =>
        packs.Find(state.PackId) is { } pack && packs.Profiles.TryGetValue(state.Profile, out Profile? profile) ? (pack, profile) : null;

    internal static AttestingOutcome.Forbidden Unknown(DocumentState state) => new([new Problem("pack-unknown", "$", new Bilingual(
        $"服务端没有文书“{state.PackName}”（{state.PackId}）或规则档案“{state.Profile}”，无从判断签署次序。",
        $"The service lacks the pack {state.PackId} or the profile {state.Profile}: it cannot judge the order of acts."))]);
}
