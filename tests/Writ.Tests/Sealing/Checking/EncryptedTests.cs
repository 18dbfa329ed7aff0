using Writ.Sealing;

namespace Writ.Tests.Sealing.Checking;

/// <summary>Sealed files that are encrypted and open without a password: /Contents and cross-reference streams are in clear (ISO 32000-2, 7.6.2 and 7.5.8.2).</summary>
public sealed class EncryptedTests
{
    [Theory]
    [InlineData("approved-rc4-40", Integrity.IntactAndCovers)]
    [InlineData("approved-aes-128", Integrity.IntactAndCovers)]
    [InlineData("certified-and-sealed-aes-256", Integrity.IntactWithAllowedLaterChanges)]
    [InlineData("filled-and-sealed-object-streams-aes-256", Integrity.IntactWithAllowedLaterChanges)]
    public void What_is_encrypted_and_sealed_is_judged_like_any_other(string name, Integrity expected)
    {
        var document = File.ReadAllBytes(Path.Combine(Golden.Root, "tests", "corpus", "encrypted", name + ".pdf"));
        Assert.Equal(expected, Verifier.Examine(document, TrustAnchors.None, TestPki.Now).Integrity);
        document[200] ^= 1;
        Assert.True(Verifier.Examine(document, TrustAnchors.None, TestPki.Now).Integrity is Integrity.Broken or Integrity.Unparsable);
    }

    [Fact]
    public void A_file_that_wants_a_password_is_called_that()
    {
        var report = Verifier.Examine(File.ReadAllBytes(Path.Combine(Golden.Root, "tests", "corpus", "encrypted", "wants-a-password-aes-256.pdf")), TrustAnchors.None, TestPki.Now);
        Assert.Equal(Integrity.Unparsable, report.Integrity);
        Assert.Contains("需要口令", Assert.Single(report.Findings).Zh, StringComparison.Ordinal);
        Assert.Contains("文件本身不能安全读取", report.Reason.Zh, StringComparison.Ordinal);
        Wording.IsOfBothLanguages(report);
    }
}
