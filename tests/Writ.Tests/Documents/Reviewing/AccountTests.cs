using System.Text;
using System.Text.Json.Nodes;
using Writ.Documents;
using Writ.Pdf;
using Writ.Sealing;
using Writ.Tests.Documents.Attesting;
using Writ.Tests.Sealing;
using Writ.Tests.Sealing.Checking;
using static Writ.Tests.Documents.Attesting.Scene;
using static Writ.Tests.Documents.Reviewing.ReviewTests;

namespace Writ.Tests.Documents.Reviewing;

/// <summary>What a writ says of itself, held against itself: its data, its slots, and whether it comes out again.</summary>
public sealed class AccountTests
{
    private static readonly byte[] Before = Issued("xianchang-bilu"), Unsealed = Issued("xianchang-bilu", issue: false);

    [Fact]
    public void A_writ_comes_out_again_from_its_own_data()
    {
        var (report, review) = Reviewed(Before);
        Assert.Equal((Reproduction.Yes, "yes"), (review.Reproduction, review.ReproductionWord));
        Has(review, "writ-reproduced", FindingSeverity.Information);
        var elsewhere = Writ.Documents.Reviewing.Examine(Before, report, null, null)!;
        Assert.Equal((Reproduction.PackUnknown, "pack-unknown"), (elsewhere.Reproduction, elsewhere.ReproductionWord));
        Has(elsewhere, "writ-pack-unknown", FindingSeverity.Information);
        Assert.Equal(Indication.TotalPassed, elsewhere.Judge(report).Indication);
    }

    [Fact]
    public void Pages_that_were_not_made_from_the_data_do_not_come_out_again()
    {
        var (_, review) = Reviewed(Crimes.Swap(Unsealed, "WritService", "WritServise"));
        Assert.Equal((Reproduction.No, "no"), (review.Reproduction, review.ReproductionWord));
        Has(review, "writ-not-reproduced", FindingSeverity.Warning);
    }

    [Fact]
    public void What_an_unsealed_writ_says_of_itself_is_nobodys_word()
    {
        var (report, review) = Reviewed(Unsealed);
        Has(review, "writ-unsealed", FindingSeverity.Warning);
        Assert.Equal((Indication.Indeterminate, SubIndication.SignedDataNotFound), (review.Judge(report).Indication, review.Judge(report).SubIndication));
    }

    [Fact]
    public void Metadata_that_name_other_data_disagree()
    {
        var hash = Reviewed(Unsealed).Review.DataHash;
        var (_, other) = Reviewed(Crimes.Swap(Unsealed, hash, (hash[0] == '0' ? '1' : '0') + hash[1..]));
        Has(other, "writ-metadata-hash-wrong", FindingSeverity.Error);
        Assert.False(other.DataAgrees);
        var (_, profile) = Reviewed(Crimes.Swap(Unsealed, ":profile>default<", ":profile>elsewhe<"));
        Has(profile, "writ-metadata-disagrees", FindingSeverity.Error);
    }

    [Fact]
    public void Case_data_replaced_after_the_seal_fail()
    {
        var (report, review) = Reviewed(Crimes.Update(Before, (u, v) =>
        {
            foreach (var member in (PdfArray)v.Resolve(v.Catalog["AF"]))
                if (v.Resolve(member) is PdfDictionary specification && (v.Resolve(specification["UF"]) as PdfString)?.ToText() == "case-data.json")
                    u.WriteStream((PdfReference)((PdfDictionary)v.Resolve(specification["EF"]))["F"]!, PdfDictionary.Of(("Type", new PdfName("EmbeddedFile"))), "{}"u8);
        }));
        Has(review, "writ-data-replaced", FindingSeverity.Error);
        Assert.Equal((Integrity.DisallowedModification, Indication.TotalFailed), (report.Integrity, review.Judge(report).Indication));
    }

    [Fact]
    public void A_slot_whose_seal_does_not_hold_is_not_settled()
    {
        var (report, review) = Reviewed(Crimes.Recontent(Recorded(Before, Refusal("认为检查程序不合规")), cms => [.. cms[..400], (byte)(cms[400] ^ 1), .. cms[401..]]));
        Has(review, "slot-seal-broken", FindingSeverity.Error);
        Assert.False(review.Slots.Single(slot => slot.Name == "party").SealHolds);
        Assert.Equal(Indication.TotalFailed, review.Judge(report).Indication);
    }

    [Fact]
    public void A_slot_that_is_sealed_without_a_record_fails()
    {
        var (report, review) = Reviewed(SealedBare(Before, State(Before).Find("party")!.Seal, SealAct.Approve));
        Has(review, "slot-record-missing", FindingSeverity.Error);
        Assert.Equal(Indication.TotalFailed, review.Judge(report).Indication);
    }

    [Fact]
    public void A_record_of_an_act_that_this_version_does_not_know_is_pointed_out()
    {
        var state = State(Before);
        var slot = state.Find("party")!;
        var record = Encoding.UTF8.GetString(ActRecord.Write(state, slot, Read(Refusal("没有意见")), null, Now)).Replace("\"refusal\"", "\"dancing\"", StringComparison.Ordinal);
        var (_, review) = Reviewed(SealedBare(Before, slot.Seal, SealAct.Approve, record));
        Has(review, "slot-record-foreign", FindingSeverity.Warning);
    }

    [Fact]
    public void A_witness_who_has_not_signed_is_pointed_out()
    {
        var act = Refusal("认为检查程序不合规");
        act.Remove("noWitness");
        act["witness"] = Witness();
        act["officers"] = BothOfTonghua();
        Has(Reviewed(Forged(act, act, (drawn, _) => drawn, Issued("xianchang-bilu", "maximal"))).Review, "witness-not-signed", FindingSeverity.Warning);
    }

    [Fact]
    public void A_refusal_without_the_recording_that_the_profile_demands_is_pointed_out()
    {
        var before = Issued("xianchang-bilu", "maximal");
        var act = Refusal("认为检查程序不合规");
        act["officers"] = BothOfTonghua();
        act["recordings"] = new JsonArray();
        Has(Reviewed(Forged(act, act, (drawn, _) => drawn, before)).Review, "recording-missing", FindingSeverity.Warning);
    }

    [Fact]
    public void A_slot_that_is_open_in_a_closed_writ_is_pointed_out()
    {
        var (report, review) = Reviewed(SealedBare(Before, FieldNames.Close, SealAct.Close));
        Has(review, "slot-left-open", FindingSeverity.Warning);
        Assert.All(review.Slots, slot => Assert.Equal(SlotStanding.Awaiting, slot.Standing));
        Assert.Equal(Integrity.IntactWithAllowedLaterChanges, report.Integrity);
    }

    private static void Has(WritReview review, string code, FindingSeverity severity) =>
        Assert.True(review.Findings.Any(f => f.Code == code && f.Severity == severity), string.Join("; ", review.Findings.Select(f => $"{f.Code}: {f.En}")));

    private static DocumentState State(byte[] document) => DocumentState.Read(PdfFile.OpenStrictly(document))!;

    // By the bureau's own key, past the house's own road.
    private static byte[] SealedBare(byte[] document, string field, SealAct act, string? record = null)
    {
        var key = Scene.House.Seals.Attestation!;
        var request = SealedSamples.Issue(key, field) with
        {
            Act = act, Time = Now, TimestampRoom = 0,
            AdditionalEntries = record is null ? [] : [KeyValuePair.Create(SealedRecord.Key, (PdfObject)SealedRecord.Write(Encoding.UTF8.GetBytes(record)))],
        };
        var prepared = Sealer.Prepare(document, request);
        Assert.True(prepared.Succeeded, string.Join(';', prepared.Problems));
        return prepared.Value.Complete(key.SignAsync(prepared.Value.DigestToSign, default).AsTask().GetAwaiter().GetResult().Value!, null).Value!.Bytes.ToArray();
    }
}
