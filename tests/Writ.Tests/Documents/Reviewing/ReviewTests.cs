using System.Text.Json;
using System.Text.Json.Nodes;
using Writ.Documents;
using Writ.Pdf;
using Writ.Sealing;
using Writ.Tests.Documents.Attesting;
using static Writ.Tests.Documents.Attesting.Scene;

namespace Writ.Tests.Documents.Reviewing;

/// <summary>A writ held against itself: sealed records against what is printed, duties against what the records name.</summary>
public sealed class ReviewTests
{
    private static readonly byte[] Before = Issued("xianchang-bilu");
    private const string Reason = "认为检查程序不合规";

    [Fact]
    public void What_is_recorded_by_this_house_agrees_with_what_it_prints()
    {
        var refused = Recorded(Before, Refusal(Reason));
        foreach (var document in new[]
        {
            Before,
            refused,
            Recorded(Before, Act("signature", "party", Person("王海涛", ink: true), Before, ("everyPage", true))),
        })
        {
            var (report, review) = Reviewed(document);
            Assert.DoesNotContain(review.Findings, f => f.Severity == FindingSeverity.Error);
            Assert.Equal(Indication.TotalPassed, review.Judge(report).Indication);
        }
    }

    [Fact]
    public void Another_text_in_the_fields_than_in_the_record_fails()
    {
        var (report, review) = Reviewed(Forged(Refusal(Reason), Refusal("没有意见"), (drawn, _) => drawn));
        Assert.Contains(review.Findings, f => f is { Code: "slot-print-disagrees", Severity: FindingSeverity.Error });
        Failed(report, review);
    }

    [Fact]
    public void Another_drawing_than_the_value_of_its_field_fails()
    {
        var (report, review) = Reviewed(Forged(Refusal(Reason), Refusal("没有意见"), (drawn, told) => drawn with { Value = told.Value }));
        Assert.Contains(review.Findings, f => f is { Code: "slot-drawing-disagrees", Severity: FindingSeverity.Error });
        Failed(report, review);
    }

    [Theory]
    [InlineData("noWitness", "refusal-witness-missing")]
    [InlineData("officers", "refusal-officers-missing")]
    public void A_refusal_that_lacks_what_the_law_wants_is_pointed_out_and_stands(string without, string code)
    {
        var act = Refusal(Reason);
        act.Remove(without);
        var (report, review) = Reviewed(Forged(act, act, (drawn, _) => drawn));
        Assert.Contains(review.Findings, f => f.Code == code && f.Severity == FindingSeverity.Warning);
        Assert.DoesNotContain(review.Findings, f => f.Severity == FindingSeverity.Error);
        Assert.Equal(Indication.TotalPassed, review.Judge(report).Indication);
    }

    [Fact]
    public void Recordings_that_were_not_deposited_in_time_are_pointed_out()
    {
        var act = Refusal(Reason);
        act["recordings"] = new JsonArray(Recording(end: "2026-11-20T09:30:00+08:00", storedAt: "2026-11-22T10:00:00+08:00"));
        var (_, late) = Reviewed(Forged(act, act, (drawn, _) => drawn));
        Assert.Contains(late.Findings, f => f.Code == "recording-deposited-late");
        act["recordings"] = new JsonArray(Recording());
        var (_, unproven) = Reviewed(Forged(act, act, (drawn, _) => drawn));
        Assert.Contains(unproven.Findings, f => f.Code == "recording-deposit-unproven");
    }

    [Fact]
    public void A_writ_whose_review_did_not_come_to_an_end_does_not_pass()
    {
        var unreviewed = Reviewed(Before).Report.Unreviewed();
        Assert.Equal((Integrity.IntactAndCovers, Indication.Indeterminate), (unreviewed.Integrity, unreviewed.Indication));
        Assert.Contains("未能核对完毕", unreviewed.VerdictZh, StringComparison.Ordinal);
        Assert.Contains("could not be held against", unreviewed.VerdictEn, StringComparison.Ordinal);
    }

    [Fact]
    public void The_report_is_an_archival_file_of_its_own()
    {
        var document = Recorded(Before, Refusal(Reason));
        var (report, review) = Reviewed(document);
        var paper = ReportPaper.Write("<script>\u202E𠮷\u0001.pdf", document, report, review, Now, Scene.House.Fonts);
        Assert.Equal(paper, ReportPaper.Write("<script>\u202E𠮷\u0001.pdf", document, report, review, Now, Scene.House.Fonts));
        var file = PdfFile.OpenStrictly(paper);
        Assert.Single(file.Revisions);
        Assert.Equal(Integrity.NoSignature, Verifier.Examine(paper, TrustAnchors.None, Now).Integrity);
        foreach (var odd in new byte[][] { [], Before[..9000], "%PDF-1.7\n"u8.ToArray() })
            Assert.NotEmpty(ReportPaper.Write("a.pdf", odd, Verifier.Examine(odd, TrustAnchors.None, Now), null, Now, Scene.House.Fonts));
    }

    private static void Failed(Report report, WritReview review)
    {
        Assert.Equal((Integrity.IntactAndCovers, Indication.TotalPassed), (report.Seals[^1].Integrity, report.Indication));
        var judged = review.Judge(report);
        Assert.Equal((Indication.TotalFailed, SubIndication.FormatFailure), (judged.Indication, judged.SubIndication));
        Assert.Contains("不通过", judged.VerdictZh, StringComparison.Ordinal);
        Assert.Contains("contradict", judged.VerdictEn, StringComparison.Ordinal);
    }

    internal static (Report Report, WritReview Review) Reviewed(byte[] document)
    {
        var report = Verifier.Examine(document, Scene.House.Seals.Trust, Now);
        return (report, Scene.House.Review(document, report).Review!);
    }

    internal static JsonObject Refusal(string reason) => Act("refusal", "party", Party(), null, ("reason", reason), ("noWitness", "夜间现场无他人"), ("officers", Both()));

    /// <summary>Sealed with the attestation key, as whoever holds it could: one act in the record, the fields drawn after another.</summary>
    internal static byte[] Forged(JsonObject told, JsonObject drawn, Func<FieldFilling, FieldFilling, FieldFilling> mix, byte[]? before = null)
    {
        var state = DocumentState.Read(PdfFile.OpenStrictly(before ?? Before))!;
        var slot = state.Find("party")!;
        var (record, fillings) = (Read(told), SlotPlan.Of(state, slot, Read(drawn)).Zip(SlotPlan.Of(state, slot, Read(told)), mix).ToList());
        var problems = new List<Problem>();
        var drawing = SlotDrawing.Prepare(fillings, Scene.House.Fonts, problems)!;
        Assert.Empty(problems);
        var key = Scene.House.Seals.Attestation!;
        var request = Writ.Documents.Attesting.Request(slot, key, ActRecord.Write(state, slot, record, null, Now), "签署", Now) with { TimestampRoom = 0, Changes = update => drawing.Write(update, default) };
        var prepared = Sealer.Prepare(state.File, request);
        Assert.True(prepared.Succeeded, string.Join(';', prepared.Problems));
        var signature = key.SignAsync(prepared.Value.DigestToSign, default).AsTask().GetAwaiter().GetResult().Value!;
        return prepared.Value.Complete(signature, null).Value!.Bytes.ToArray();
    }

    internal static Attestation Read(JsonObject act)
    {
        var problems = new List<Problem>();
        var read = AttestationReader.Read(JsonElement.Parse(act.ToJsonString()), problems);
        Assert.Empty(problems);
        return read!;
    }
}
