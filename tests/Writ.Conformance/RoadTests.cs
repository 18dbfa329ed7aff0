using System.Collections.Concurrent;
using System.Formats.Asn1;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Writ.Documents;
using Writ.Pdf;
using Writ.Sealing;

namespace Writ.Conformance;

/// <summary>Every level and every kind of key, in the eyes of others, after every later revision.</summary>
public sealed partial class RoadTests
{
    private const string TimestampContent = "1.2.840.113549.1.9.16.1.4"; // RFC 3161, 2.4.2: id-ct-TSTInfo
    private static readonly ConcurrentDictionary<string, Lazy<Road>> Roads = new();

    /// <summary>What is sealed, and with which keys.</summary>
    public static TheoryData<string> Names =>
    [
        "record P-256", "record P-384", "record RSA-2048", "record RSA-3072", "record RSA-4096", "record RSA-2048 PSS", "record RSA-4096 PSS",
        "decision P-256", "decision RSA-3072 PSS",
        "questioning P-256", "reading P-256", "leaving P-256", "absence P-256", "refusing P-256",
    ];

    [Theory, MemberData(nameof(Names))]
    public void Our_own_verifier_accepts_every_step(string name)
    {
        Road road = Of(name);
        foreach (string step in road.Steps)
        {
            Report report = Verifier.Examine(File.ReadAllBytes(step), road.Trust, TimeProvider.System.GetUtcNow());
            Assert.True(report.Integrity is Integrity.IntactAndCovers or Integrity.IntactWithAllowedLaterChanges && report.Indication == Indication.TotalPassed, $"{step}: {report.VerdictEn}");
        }
    }

    [JudgedTheory("pdfsig"), MemberData(nameof(Names))]
    public void Pdfsig_finds_every_seal_valid(string name)
    {
        foreach (string step in Of(name).Steps)
        {
            Ruling ruling = Judge.PdfSig.Ask("-nocert", step);
            int seals = Contents(File.ReadAllBytes(step)).Count(seal => !seal.IsTimestamp);
            // It does not judge document timestamps, and says so.
            Assert.True(seals == ruling.Output.Split("Signature is Valid").Length - 1 && !ruling.Output.Contains("Invalid", StringComparison.Ordinal), step + ruling);
        }
    }

    [JudgedTheory("openssl"), MemberData(nameof(Names))]
    public void Openssl_accepts_every_signature_and_every_timestamp(string name)
    {
        Road road = Of(name);
        foreach (string step in road.Steps)
        {
            int number = 0;
            foreach (SealContents seal in Contents(File.ReadAllBytes(step)))
            {
                string file = $"{step}.{number++}";
                File.WriteAllBytes(file + ".content", seal.Covered);
                File.WriteAllBytes(file + ".der", seal.Cms);
                if (seal.IsTimestamp)
                {
                    AssertStamp(road, file + ".content", file + ".der");
                    continue;
                }
                Ruling ruling = Judge.OpenSsl.Ask("cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", file + ".der", "-content", file + ".content", "-CAfile", road.Root, "-purpose", "any", "-out", "/dev/null");
                Assert.True(ruling.ExitCode == 0, file + ruling);
                if (seal.Stamp is { } stamp)
                {
                    File.WriteAllBytes(file + ".tst", stamp);
                    File.WriteAllBytes(file + ".sig", seal.Signature);
                    AssertStamp(road, file + ".sig", file + ".tst");
                }
            }
        }
    }

    [JudgedTheory("qpdf"), MemberData(nameof(Names))]
    public void Qpdf_finds_every_step_sound(string name)
    {
        foreach (string step in Of(name).Steps)
        {
            Ruling ruling = Judge.Qpdf.Ask("--check", step);
            Assert.True(ruling.ExitCode == 0 && !ruling.Output.Contains("WARNING", StringComparison.Ordinal), step + ruling);
        }
    }

    // What was captured is encrypted to the custody certificate: its holder opens it without us, and finds every point with time and pressure, and the print.
    [JudgedTheory("openssl"), InlineData("questioning P-256", "signed", "right-index"), InlineData("reading P-256", "pressed", "right-index"), InlineData("absence P-256", "witnessed", "\"pressure\":0.7")]
    public void Openssl_opens_the_evidence_with_the_custody_key(string name, string step, string known)
    {
        Road road = Of(name);
        string document = road.Steps.Single(path => path.EndsWith($"-{step}.pdf", StringComparison.Ordinal)), key = document + ".key.pem", recipient = document + ".pem";
        File.WriteAllText(key, road.Custody.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(recipient, road.Custody.ExportCertificatePem());
        DocumentState state = DocumentState.Read(PdfFile.OpenStrictly(File.ReadAllBytes(document)))!;
        JsonElement record = state.Acts[^1].Record;
        byte[] envelope = Assert.Single(Envelopes(document, record.GetProperty("evidence").GetProperty("envelopeSha256").GetString()!));
        File.WriteAllBytes(document + ".cms", envelope);
        Ruling ruling = Judge.OpenSsl.Ask("cms", "-decrypt", "-binary", "-inform", "DER", "-in", document + ".cms", "-inkey", key, "-recip", recipient, "-out", document + ".evidence.json");
        Assert.True(ruling.ExitCode == 0, document + ruling);
        byte[] evidence = File.ReadAllBytes(document + ".evidence.json");
        Assert.Equal(record.GetProperty("evidence").GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(evidence)));
        string said = Encoding.UTF8.GetString(evidence);
        Assert.Contains(known, said);
        if (step == "pressed")
            Assert.Contains(Convert.ToBase64String(File.ReadAllBytes(Path.Combine(Examples.Root, "tests", "fingerprint.png"))), said.Replace("\\u002B", "+", StringComparison.Ordinal));
        else
            Assert.Contains("\"time\":60", said);
    }

    // Of all streams of the latest revision, those with the digest that the record names.
    private static IEnumerable<byte[]> Envelopes(string document, string sha256)
    {
        Revision view = PdfFile.OpenStrictly(File.ReadAllBytes(document)).Latest;
        return DocumentForm.Read(view).Fields
            .Select(field => field.Dictionary["AP"] is PdfDictionary appearance && view.Resolve(appearance["N"]) is PdfStream drawing ? view.Resolve(drawing.Dictionary["WRIT_Evidence"]) as PdfStream : null)
            .OfType<PdfStream>().Select(stream => view.Decode(stream).ToArray()).Where(bytes => Convert.ToHexStringLower(SHA256.HashData(bytes)) == sha256);
    }

    [JudgedTheory("pyhanko"), MemberData(nameof(Names))]
    public void PyHanko_judges_every_seal_valid(string name)
    {
        Road road = Of(name);
        foreach (string step in road.Steps)
        {
            Ruling ruling = Judge.PyHanko.Ask("sign", "validate", "--trust", road.Root, "--trust-replace", "--no-revocation-check", "--pretty-print", step);
            Assert.True(ruling.ExitCode == 0 && !ruling.Output.Contains("INVALID", StringComparison.Ordinal), step + ruling);
        }
    }

    [JudgedTheory("verapdf"), MemberData(nameof(Names))]
    public void VeraPdf_finds_every_step_archival_and_accessible(string name)
    {
        foreach (string flavour in new[] { "3a", "ua1" })
        {
            Ruling ruling = Judge.VeraPdf.Ask(["--format", "text", "--flavour", flavour, .. Of(name).Steps]);
            string[] verdicts = ruling.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.True(verdicts.Length == Of(name).Steps.Count && Array.TrueForAll(verdicts, verdict => verdict.StartsWith("PASS", StringComparison.Ordinal)), flavour + ruling);
        }
    }

    private static void AssertStamp(Road road, string data, string token)
    {
        Ruling ruling = Judge.OpenSsl.Ask("ts", "-verify", "-token_in", "-in", token, "-data", data, "-CAfile", road.Root, "-untrusted", road.Chain);
        Assert.True(ruling.ExitCode == 0 && ruling.Output.Contains("Verification: OK", StringComparison.Ordinal), token + ruling);
    }

    private static Road Of(string name) => Roads.GetOrAdd(name, made => new Lazy<Road>(() =>
    {
        string[] words = made.Split(' ');
        return words[0] switch
        {
            "record" => Road.OfRecord(words[1], words.Length > 2),
            "decision" => Road.OfDecision(words[1], words.Length > 2),
            "questioning" => Road.OfQuestioning(words[1]),
            "reading" => Road.OfReading(words[1]),
            "leaving" => Road.OfLeaving(words[1]),
            "absence" => Road.OfAbsence(words[1]),
            "refusing" => Road.OfRefusing(words[1]),
            _ => throw new ArgumentException("There is no such road.", nameof(name)),
        };
    })).Value;

    /// <param name="Covered">The bytes of its two ranges.</param>
    /// <param name="Stamp">Its signature timestamp, where it has one.</param>
    private sealed record SealContents(bool IsTimestamp, byte[] Covered, byte[] Cms, byte[] Signature, byte[]? Stamp);

    // Every /ByteRange of the file: the gap between its two ranges is /Contents.
    private static IEnumerable<SealContents> Contents(byte[] document)
    {
        foreach (Match range in ByteRange().Matches(Encoding.Latin1.GetString(document)))
        {
            int[] at = [0, .. range.Groups.Cast<Group>().Skip(1).Select(group => int.Parse(group.Value, CultureInfo.InvariantCulture))];
            byte[] padded = Convert.FromHexString(Encoding.ASCII.GetString(document.AsSpan(at[1] + 1, at[2] - at[1] - 2)));
            AsnDecoder.ReadEncodedValue(padded, AsnEncodingRules.DER, out _, out _, out int length);
            SignedCms cms = new();
            cms.Decode(padded.AsSpan(0, length));
            SignerInfo signer = cms.SignerInfos[0];
            byte[]? stamp = signer.UnsignedAttributes.Count == 1 ? signer.UnsignedAttributes[0].Values[0].RawData : null;
            yield return new SealContents(cms.ContentInfo.ContentType.Value == TimestampContent, [.. document[..at[1]], .. document[at[2]..(at[2] + at[3])]], padded[..length], signer.GetSignature(), stamp);
        }
    }

    [GeneratedRegex(@"/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)\s+(\d+)\s*\]")]
    private static partial Regex ByteRange();
}
