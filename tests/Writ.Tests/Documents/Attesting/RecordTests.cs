using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Writ.Documents;
using Writ.Outside;
using Writ.Pdf;
using Writ.Sealing;
using static Writ.Tests.Documents.Attesting.Scene;

namespace Writ.Tests.Documents.Attesting;

/// <summary>What an act leaves in the file: one revision, its slot's fields and its own seal, and a record anyone can read.</summary>
public sealed class RecordTests
{
    private static readonly byte[] Before = Issued("xianchang-bilu");
    private static readonly byte[] After = Recorded(Before, Refusal());

    [Fact]
    public void The_document_before_is_an_untouched_prefix()
    {
        Assert.True(After.AsSpan().StartsWith(Before));
        Assert.Equal(PdfFile.OpenStrictly(Before).Revisions.Count + 1, PdfFile.OpenStrictly(After).Revisions.Count);
    }

    [Fact]
    public void All_seals_hold_and_what_followed_was_allowed()
    {
        var report = Verifier.Examine(After, Scene.House.Seals.Trust, Now);
        Assert.Equal(2, report.Seals.Count);
        Assert.True(report.Integrity is Integrity.IntactAndCovers or Integrity.IntactWithAllowedLaterChanges, report.VerdictEn);
        Assert.Equal(Indication.TotalPassed, report.Indication);
    }

    [Fact]
    public void Only_value_and_appearance_of_the_slot_s_own_fields_change()
    {
        DocumentForm old = DocumentForm.Read(PdfFile.OpenStrictly(Before).Latest), now = DocumentForm.Read(PdfFile.OpenStrictly(After).Latest);
        foreach (var field in now.Fields)
        {
            var was = old.Find(field.Name)!;
            if (field.Name.StartsWith("A001_", StringComparison.Ordinal))
            {
                Assert.NotEqual(was.Dictionary, field.Dictionary);
                Assert.Equal(was.Dictionary.Without("AP"), field.Dictionary.Without("AP").Without("V"));
            }
            else Assert.Equal(was.Dictionary, field.Dictionary);
        }
    }

    [Fact]
    public void A_refused_slot_says_who_why_when_and_before_whom()
    {
        var form = DocumentForm.Read(PdfFile.OpenStrictly(After).Latest);
        var said = ((PdfString)form.Find("A001_text_p0002a")!.Dictionary["V"]!).ToText();
        foreach (var word in (ReadOnlySpan<string>)["王海涛", "拒绝签名", "检查程序不合规", "2026年11月22日", "周建平", "李思远", "夜间现场无他人"]) Assert.Contains(word, said);
        Assert.Contains("见第2页", ((PdfString)form.Find("A001_ink_p0001a")!.Dictionary["V"]!).ToText());
        Assert.Equal(SlotStanding.Refused, State(After).Find("party")!.Standing);
    }

    [Fact]
    public void The_record_is_canonical_json_under_the_seal()
    {
        var signature = Signature(After);
        var text = ((PdfString)signature["WRIT_Record"]!).Bytes;
        using var json = JsonDocument.Parse(text);
        Assert.Equal(text.ToArray(), CanonicalJson.Write(json.RootElement));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Before)), json.RootElement.GetProperty("before").GetString());
        Assert.Equal("refusal", json.RootElement.GetProperty("act").GetProperty("act").GetString());
    }

    [Fact]
    public void Numbers_of_people_and_ink_are_not_in_the_open_record()
    {
        var act = Act("signature", "party", Scene.Person("王海涛", ink: true), Before, ("everyPage", true));
        ((JsonObject)act["person"]!)["idNumber"] = "220501198503121519";
        var record = Encoding.UTF8.GetString(((PdfString)Signature(Recorded(Before, act))["WRIT_Record"]!).Bytes.Span);
        Assert.Contains("**************1519", record);
        Assert.DoesNotContain("220501198503121519", record);
        Assert.DoesNotContain("pressure", record);
    }

    [Fact]
    public void The_evidence_opens_with_the_custody_key_alone_and_matches_its_digest()
    {
        var document = Recorded(Before, Act("signature", "party", Scene.Person("王海涛", ink: true), Before, ("everyPage", true)));
        var file = PdfFile.OpenStrictly(document);
        var field = DocumentForm.Read(file.Latest).Find("A001_ink_p0001a")!;
        var appearance = (PdfStream)file.Latest.Resolve(((PdfDictionary)field.Dictionary["AP"]!)["N"]);
        var envelope = new EnvelopedCms();
        envelope.Decode(file.Latest.Decode((PdfStream)file.Latest.Resolve(appearance.Dictionary["WRIT_Evidence"])).Span);
        Assert.Equal("2.16.840.1.101.3.4.1.42", envelope.ContentEncryptionAlgorithm.Oid.Value);
        var recipient = Assert.Single(envelope.RecipientInfos.Cast<RecipientInfo>());
        Assert.Equal("1.2.840.113549.1.1.7", recipient.KeyEncryptionAlgorithm.Oid.Value); // RSAES-OAEP
    }

    [Fact]
    public void A_record_reads_back_as_the_history_of_the_document()
    {
        var act = Assert.Single(State(After).Acts);
        Assert.Equal(("party", "refusal", "王海涛", Now, Now), (act.Slot, act.Act, act.Person, act.At, act.Received));
        Assert.Equal(After.Length, act.End);
    }

    [Fact]
    public void Same_act_and_same_clock_print_the_same_page()
    {
        PdfObject Appearance(byte[] document) => PdfFile.OpenStrictly(document).Latest.Resolve(((PdfDictionary)DocumentForm.Read(PdfFile.OpenStrictly(document).Latest).Find("A001_date_p0001a")!.Dictionary["AP"]!)["N"]);
        Assert.Equal(Appearance(After), Appearance(Recorded(Before, Refusal())));
    }

    [Fact]
    public void A_reason_too_long_for_its_place_is_a_problem_and_nothing_is_written()
    {
        var act = Refusal();
        act["reason"] = new string('长', 400);
        var outcome = Assert.IsType<AttestingOutcome.Rejected>(Attest(Before, act));
        Assert.Contains(outcome.Problems, problem => problem.Code == "words-too-long");
    }

    private static IEnumerable<(string Pack, string Slot)> RefusableSlots =>
        from pack in Scene.House.Packs.Packs
        where pack.Examples.Any(example => example is { IsRejected: false, Name: "ordinary" })
        from slot in DocumentState.Read(PdfFile.OpenStrictly(Issued(pack.Id)))!.Slots
        where slot.Role is "party" or "recipient" && slot.Fields.Count > 0 && !slot.Name.StartsWith("alteration", StringComparison.Ordinal)
        select (pack.Id, slot.Name);

    [Fact]
    public void Every_slot_has_room_for_a_refusal_before_a_witness()
    {
        List<string> cramped = [];
        foreach (var (pack, slot) in RefusableSlots)
        {
            var outcome = Attest(Issued(pack), Act("refusal", slot, Named("李桂芳"), null, ("reason", "认为处罚过重，拒绝签名"), ("officers", Both()), ("witness", Scene.Witness(ink: true))));
            if (outcome is AttestingOutcome.Rejected rejected) cramped.Add($"{pack} {slot}: {string.Join(' ', rejected.Problems)}");
        }
        Assert.Empty(cramped);

        JsonObject Named(string name)
        {
            var person = Scene.Person(name);
            person["capacity"] = "委托代理人";
            return person;
        }
    }

    [Fact]
    public void A_print_stands_red_beside_the_words_that_say_why()
    {
        var document = Recorded(Before, Act("fingerprint", "party", Party(), Before, ("reason", "不识字，不能签名"), ("fingerprint", Scene.Print())));
        var view = PdfFile.OpenStrictly(document).Latest;
        var field = DocumentForm.Read(view).Find("A001_text_p0002a")!;
        var appearance = (PdfStream)view.Resolve(((PdfDictionary)field.Dictionary["AP"]!)["N"]);
        Assert.Equal("王海涛不识字，不能签名，以捺印确认。", ShownText.Of(view, appearance));
        var group = view.Find<PdfDictionary>((PdfDictionary)view.Resolve(appearance.Dictionary["Resources"]), "XObject")!.Select(entry => view.Resolve(entry.Value)).OfType<PdfStream>().Single();
        Assert.Equal("Transparency", view.Find<PdfDictionary>(group.Dictionary, "Group")!.Name("S"));
        Assert.Contains(".78 .08 .1 rg", Encoding.ASCII.GetString(view.Decode(group).Span));
        Assert.Equal(Indication.TotalPassed, Verifier.Examine(document, Scene.House.Seals.Trust, Now).Indication);
    }

    [Fact]
    public void A_witness_of_a_refusal_signs_and_presses_beside_its_words()
    {
        var witness = Scene.Witness(ink: true);
        witness["fingerprint"] = Scene.Print();
        var act = Act("refusal", "party", Scene.Person("李桂芳"), null, ("reason", "不服"), ("officers", Both()), ("witness", witness));
        var document = Issued("dangchang-xingzheng-chufa-juedingshu");
        foreach (var (slot, officer) in new[] { ("officer-1", Zhou()), ("officer-2", Li()) }) document = Recorded(document, Act("signature", slot, officer, document));
        document = Recorded(document, act);
        var view = PdfFile.OpenStrictly(document).Latest;
        var field = DocumentForm.Read(view).Find("A003_text_p0002a")!;
        var appearance = (PdfStream)view.Resolve(((PdfDictionary)field.Dictionary["AP"]!)["N"]);
        Assert.Equal("李桂芳拒绝签收，事由：不服。2026年11月22日。在场执法人员：周建平、李思远。见证人：刘国强（民主社区居民委员会主任）。", ShownText.Of(view, appearance));
        var print = PrintOf(view, appearance);
        // A finger leaves a print about 16 mm wide and 20 mm tall.
        Assert.InRange(print.Width, 14 * 72 / 25.4, 16.5 * 72 / 25.4);
        Assert.InRange(print.Height, 17 * 72 / 25.4, 20.5 * 72 / 25.4);
        Assert.True(print.Right <= field.Box.Width + 0.01 && print.Top <= field.Box.Height + 0.01);
        Assert.Equal(Indication.TotalPassed, Verifier.Examine(document, Scene.House.Seals.Trust, Now).Indication);
    }

    [Theory]
    [InlineData("witness-statement", "witness", "见证签名并捺印")]
    [InlineData("alteration", "alteration-1", "确认改动签名并捺印")]
    [InlineData("read-aloud", "reading", "签名并捺印")]
    public void Whoever_writes_in_a_slot_may_press_a_finger_over_the_name(string act, string slot, string says)
    {
        var before = act == "alteration" ? Issued("xunwen-bilu") : act == "witness-statement" ? Issued("xianchang-bilu", "maximal") : Before;
        (string, JsonNode?)[] own = act switch
        {
            "witness-statement" => [("statement", "在场见证")],
            "alteration" => [("page", 1), ("old", ""), ("new", "补充一句")],
            _ => [("listener", "王海涛"), ("reason", "不识字"), ("answer", "听清楚了")],
        };
        var person = act switch { "witness-statement" => Scene.Witness(ink: true), "alteration" => Scene.Person("王海涛", ink: true), _ => Zhou() };
        var document = Recorded(before, Act(act, slot, person, before, [.. own, ("fingerprint", Scene.Print())]));
        var filled = DocumentForm.Read(PdfFile.OpenStrictly(document).Latest);
        var state = State(document).Find(slot)!;
        Assert.Contains(state.Places.Where(place => place.Part == "ink"), place => filled.Find(place.Field)!.Dictionary["V"] is PdfString value && value.ToText().Contains(says, StringComparison.Ordinal));
        Assert.Equal(Indication.TotalPassed, Verifier.Examine(document, Scene.House.Seals.Trust, Now).Indication);
    }

    [Fact]
    public void Closing_strikes_out_what_nobody_used_and_ends_the_document()
    {
        var first = Recorded(Before, Act("signature", "officer-1", Zhou(), Before, ("everyPage", true)));
        var second = Recorded(first, Act("signature", "officer-2", Li(), first, ("everyPage", true)));
        var closed = Assert.IsType<AttestingOutcome.Recorded>(Scene.Close(second));
        Assert.True(closed.State.IsClosed);
        Assert.Equal(SlotStanding.Unused, closed.State.Find("party")!.Standing);
        Assert.Equal(Indication.TotalPassed, Verifier.Examine(closed.Document, Scene.House.Seals.Trust, Now).Indication);
    }

    private static JsonObject Refusal() => Act("refusal", "party", Party(), null, ("reason", "认为检查程序不合规"), ("officers", Both()), ("noWitness", "夜间现场无他人"));

    private static DocumentState State(byte[] document) => DocumentState.Read(PdfFile.OpenStrictly(document))!;

    // The last drawing an appearance puts somewhere: the print lies over the ink.
    private static PdfBox PrintOf(Revision view, PdfStream appearance)
    {
        var at = Encoding.ASCII.GetString(view.Decode(appearance).Span).Split('\n').Last(line => line.EndsWith(" cm", StringComparison.Ordinal)).Split(' ');
        double Number(int i) => double.Parse(at[i], System.Globalization.CultureInfo.InvariantCulture);
        return new PdfBox(Number(4), Number(5), Number(4) + Number(0), Number(5) + Number(3));
    }

    private static PdfDictionary Signature(byte[] document)
    {
        var view = PdfFile.OpenStrictly(document).Latest;
        return (PdfDictionary)view.Resolve(DocumentForm.Read(view).Find("A001_sig")!.Dictionary["V"]);
    }
}
