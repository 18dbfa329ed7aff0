using System.Security.Cryptography;
using Writ.Sealing;

namespace Writ.Tests.Sealing;

public sealed class ReceiptTests
{
    private static readonly Receipt Sample = new("通市监询〔2026〕12号", "xunwen-bilu@1.0.0", SHA256.HashData([1, 2, 3]), 123456, 3, [TestPki.Now.ToUniversalTime()], TestPki.Now.ToUniversalTime());

    [Theory]
    [InlineData("P-256", false)]
    [InlineData("P-384", false)]
    [InlineData("RSA-2048", true)]
    public async Task A_receipt_survives_its_compact_form(string kind, bool pss)
    {
        using var key = TestPki.Key(kind, pss);
        var compact = await Compact(key);
        Assert.Equal(3, compact.Split('.').Length);
        var back = Receipt.Verify(compact, key.Certificate);
        Assert.NotNull(back);
        Assert.Equal(Sample.Document, back.Document);
        Assert.Equal(Sample.Sha256.ToArray(), back.Sha256.ToArray());
        Assert.Equal(Sample.SealTimes, back.SealTimes);
        Assert.Equal((Sample.Length, Sample.Revision, Sample.IssuedAt), (back.Length, back.Revision, back.IssuedAt));
    }

    [Fact]
    public async Task A_changed_receipt_or_another_key_verifies_never()
    {
        using var key = TestPki.Key();
        using var other = TestPki.Key();
        var compact = await Compact(key);
        Assert.Null(Receipt.Verify(compact, other.Certificate));
        for (var i = 0; i < compact.Length; i++)
        {
            var changed = compact.ToCharArray();
            changed[i] = changed[i] == 'A' ? 'B' : 'A';
            // The last character of a base64url part may carry bits that are not read; the decoder refuses those that are set.
            Assert.Null(Receipt.Verify(new string(changed), key.Certificate));
        }
        Assert.Null(Receipt.Verify("", key.Certificate));
        Assert.Null(Receipt.Verify("a.b.c", key.Certificate));
    }

    [Fact]
    public void Repr_digest_is_a_structured_field() =>
        Assert.Equal("sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:", Receipt.ReprDigest(SHA256.HashData([])));

    private static async Task<string> Compact(ISealKey key)
    {
        var draft = Sample.Draft(key);
        return draft.Complete((await key.SignAsync(draft.Digest, default)).Value);
    }
}
