using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Writ.Outside;
using Writ.Pdf;
using Writ.Sealing;

namespace Writ.Tests.Sealing;

/// <summary>Everything for which nothing is sealed: each with its own code, and nothing given back.</summary>
public sealed class RefusalTests
{
    public static TheoryData<string, string> Cases => new()
    {
        { "expired", "certificate-expired" },
        { "future", "certificate-not-yet-valid" },
        { "usage", "certificate-key-usage" },
        { "authority-certificate", "certificate-key-usage" },
        { "algorithm", "certificate-algorithm" },
        { "mismatch", "certificate-key-mismatch" },
        { "no-pdf", "document-unreadable" },
        { "trailing", "document-unreadable" },
        { "text-field", "seal-field-type" },
    };

    [Theory, MemberData(nameof(Cases))]
    public async Task A_first_seal_is_refused(string what, string code)
    {
        var document = SealedSamples.Document();
        var request = SealedSamples.Issue();
        switch (what)
        {
            case "expired": request = SealedSamples.Issue(TestPki.Key(until: TestPki.Now.AddHours(-1))); break;
            case "future": request = SealedSamples.Issue(TestPki.Key(from: TestPki.Now.AddHours(1))); break;
            case "usage": request = SealedSamples.Issue(TestPki.Key(usage: X509KeyUsageFlags.KeyEncipherment)); break;
            case "authority-certificate": request = SealedSamples.Issue(TestPki.Certificates.Key("issuing")); break;
            case "algorithm": request = SealedSamples.Issue(new Claims(TestPki.Key("P-384"), SealAlgorithm.EcdsaP256Sha256)); break;
            case "mismatch": request = SealedSamples.Issue(PlatformSealKey.Of("wrong", TestPki.Certificates.Public("bureau"), ECDsa.Create(ECCurve.NamedCurves.nistP256), [])); break;
            case "no-pdf": document = "%PDF-1.7 nothing"u8.ToArray(); break;
            case "trailing": document = [.. document, .. "junk"u8]; break;
            case "text-field": request = SealedSamples.Issue(field: "A01_ink"); break;
        }
        await Refused(document, request, code);
    }

    [Fact]
    public async Task A_sealed_document_refuses_what_its_seals_forbid()
    {
        var issued = await SealedSamples.Sealed(SealedSamples.Document(2), SealedSamples.Issue());
        await Refused(issued, SealedSamples.Issue(field: "Another"), "seal-field-missing");
        await Refused(issued, SealedSamples.Issue(field: "A01_sig"), "certification-not-first");
        await Refused(issued, SealedSamples.Issue(), "seal-field-taken");

        var attested = await SealedSamples.Sealed(issued, SealedSamples.Attest("A01_sig"));
        await Refused(attested, SealedSamples.Attest("A01_sig"), "seal-field-taken");

        var closed = await SealedSamples.Sealed(issued, SealedSamples.Attest("A01_sig", SealAct.Close));
        await Refused(closed, SealedSamples.Attest("A02_sig"), "document-closed");
        Assert.True((await SealedSamples.Desk().ExtendAsync(closed, SealLevel.LTA, default)).Succeeded);
    }

    [Fact]
    public async Task A_field_locked_by_an_earlier_seal_is_refused()
    {
        var document = Locking();
        var issued = await SealedSamples.Sealed(document, SealedSamples.Issue());
        var first = await SealedSamples.Sealed(issued, SealedSamples.Attest("First"));
        await Refused(first, SealedSamples.Attest("Second"), "field-locked");
    }

    [Fact]
    public async Task An_unsealed_document_is_not_extended()
    {
        var outcome = await SealedSamples.Desk().ExtendAsync(SealedSamples.Document(), SealLevel.LTA, default);
        Assert.Equal("document-not-sealed", Assert.Single(outcome.Problems).Code);
    }

    [Fact]
    public async Task A_document_whose_signer_has_a_key_that_cannot_be_decoded_is_broken_and_not_extended()
    {
        var issued = Encoding.Latin1.GetString(await SealedSamples.Sealed(SealedSamples.Document(), SealedSamples.Issue()));
        var point = Convert.ToHexString(TestPki.Bureau.Certificate.PublicKey.EncodedKeyValue.RawData);
        var at = issued.IndexOf(point, StringComparison.OrdinalIgnoreCase);
        var spoilt = Encoding.Latin1.GetBytes(issued.Remove(at, 2).Insert(at, "05")); // SEC 1, 2.3.4: no such form of a point
        Assert.Equal(Integrity.Broken, SealedSamples.Examine(spoilt).Integrity);
        Assert.Equal("certificate-untrusted", Assert.Single((await SealedSamples.Desk().ExtendAsync(spoilt, SealLevel.LT, default)).Problems).Code);
    }

    [Fact]
    public async Task A_revoked_certificate_seals_at_no_level()
    {
        var authority = new DevelopmentAuthority(TestPki.Certificates, TestPki.Clock);
        authority.Revoke("bureau");
        var desk = new SealingDesk(TestPki.Authority, new RevocationSources(new HttpClient(authority.Handler()), [authority.Host], TimeSpan.FromSeconds(1), TestPki.Clock), TestPki.Certificates.Trust, TestPki.Clock);
        foreach (var level in new[] { SealLevel.B, SealLevel.T, SealLevel.LT })
            Assert.Equal("certificate-revoked", Assert.Single((await desk.SealAsync(SealedSamples.Document(), SealedSamples.Issue(), level, default)).Problems).Code);
    }

    [Fact]
    public async Task Without_an_authority_nothing_is_sealed()
    {
        var desk = new SealingDesk(new Silent(), null, TestPki.Certificates.Trust, TestPki.Clock);
        var problem = Assert.Single((await desk.SealAsync(SealedSamples.Document(), SealedSamples.Issue(), SealLevel.T, default)).Problems);
        Assert.Equal(("timestamp-authority-down", SealFault.Authority), (problem.Code, problem.Fault));
        Assert.NotNull(problem.RetryAfter);
    }

    [Fact]
    public async Task A_token_over_something_else_is_refused_even_when_the_authority_vouches_for_it()
    {
        var prepared = Sealer.Prepare(SealedSamples.Document(), SealedSamples.Issue()).Value!;
        var signature = (await TestPki.Bureau.SignAsync(prepared.DigestToSign, default)).Value!;
        var token = (await TestPki.Authority.StampAsync(SHA256.HashData([1]), default)).Value!;
        Assert.Equal("timestamp-imprint-wrong", Assert.Single(prepared.Complete(signature, token).Problems).Code);
        Assert.True(prepared.Complete(signature, null).Succeeded);
        Assert.Throws<InvalidOperationException>(() => prepared.Complete(signature, null));
    }

    [Fact]
    public async Task A_token_that_does_not_fit_is_refused()
    {
        var prepared = Sealer.Prepare(SealedSamples.Document(), SealedSamples.Issue() with { TimestampRoom = 100 }).Value!;
        var signature = (await TestPki.Bureau.SignAsync(prepared.DigestToSign, default)).Value!;
        var token = (await TestPki.Authority.StampAsync(PreparedSeal.DigestToStamp(signature), default)).Value!;
        Assert.Equal("seal-space-too-small", Assert.Single(prepared.Complete(signature, token).Problems).Code);
    }

    private static async Task Refused(byte[] document, SealRequest request, string code)
    {
        var outcome = await SealedSamples.Desk().SealAsync(document, request, SealLevel.T, default);
        Assert.Null(outcome.Value);
        Assert.Equal(code, Assert.Single(outcome.Problems).Code);
        Assert.All(outcome.Problems, p => Assert.True(p.Zh.Length > 4 && p.En.Length > 4));
    }

    /// <summary>Two seal fields, the first of which locks the second.</summary>
    private static byte[] Locking()
    {
        var document = Writ.Tests.Pdf.SampleDocument.Compose();
        var page = document.AddPage(595.28, 841.89);
        var section = document.Structure.Add(null, "Sect");
        foreach (var (name, locked) in new[] { ("First", "Second"), ("Second", "First") })
        {
            var paragraph = document.Structure.Add(section, "P");
            page.AddField(new FormField(FormFieldKind.Signature, name, name, new PdfBox(100, 100, 200, 130)) { Lock = new FieldLock(LockAction.Include, [locked]) }, document.Structure.Add(paragraph, "Form"));
        }
        page.Close();
        return document.Finish();
    }

    /// <summary>A key that names another algorithm than its certificate has.</summary>
    private sealed class Claims(ISealKey key, SealAlgorithm algorithm) : ISealKey
    {
        public string Name => key.Name;
        public X509Certificate2 Certificate => key.Certificate;
        public IReadOnlyList<X509Certificate2> Chain => key.Chain;
        public SealAlgorithm Algorithm => algorithm;
        public ValueTask<SealOutcome<byte[]>> SignAsync(ReadOnlyMemory<byte> digest, CancellationToken cancellation) => key.SignAsync(digest, cancellation);
    }

    private sealed class Silent : ITimestampAuthority
    {
        public string Name => "silent";
        public ValueTask<SealOutcome<TimestampToken>> StampAsync(ReadOnlyMemory<byte> sha256, CancellationToken cancellation) =>
            ValueTask.FromResult<SealOutcome<TimestampToken>>(SealProblem.TimestampDown(Name, TimeSpan.FromSeconds(30)));
    }
}
