using System.CommandLine;
using System.Text.Json;
using Writ.Cli;
using Writ.Tests.Sealing;
using Writ.Tests.Sealing.Checking;

namespace Writ.Tests.Cli;

/// <summary><c>writ verify</c> at a court: files, roots and a moment in; an answer and an exit code out.</summary>
public sealed class VerifyTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("writ-verify-").FullName;
    private readonly string roots, sound, changed, unsealed, junk;

    public VerifyTests()
    {
        roots = Write("roots.pem", System.Text.Encoding.ASCII.GetBytes(string.Join('\n', TestPki.Certificates.Trust.Roots.Select(root => root.ExportCertificatePem()))));
        sound = Write("a-sound.pdf", Crimes.Approved);
        changed = Write("b-changed.pdf", Crimes.Swap(Crimes.Approved, "/Reason", "/Reasom"));
        unsealed = Write("c-unsealed.PDF", SmallDocument.Write());
        junk = Write("below/d-junk.pdf", "nothing"u8.ToArray());
        Write("e-text.txt", "not asked for"u8.ToArray());
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_exit_code_is_the_verdict()
    {
        Assert.Equal(ExitCode.Passed, Verify(out _, sound, "--trust", roots, "--at", At));
        Assert.Equal(ExitCode.Failed, Verify(out _, changed, "--trust", roots, "--at", At));
        Assert.Equal(ExitCode.Indeterminate, Verify(out _, unsealed, "--trust", roots, "--at", At));
        Assert.Equal(ExitCode.Unusable, Verify(out _, junk, "--trust", roots, "--at", At));
    }

    [Fact]
    public void Of_several_files_the_worst_counts_and_each_is_told()
    {
        Assert.Equal(ExitCode.Failed, Verify(out var text, sound, changed, "--trust", roots, "--at", At));
        Assert.Contains($"{sound}: intact-and-covers · TOTAL-PASSED", text, StringComparison.Ordinal);
        Assert.Contains($"{changed}: broken · TOTAL-FAILED", text, StringComparison.Ordinal);
        Assert.Contains("核验不通过", text, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => Verify(out _, sound, changed, "--format", "pdf"));
    }

    [Fact]
    public void Who_is_trusted_is_said_by_the_roots_given()
    {
        var other = Write("other.pem", System.Text.Encoding.ASCII.GetBytes(ForeignRoot()));
        Assert.Equal(ExitCode.Indeterminate, Verify(out var text, sound, "--trust", other, "--at", At));
        Assert.Contains("NO_CERTIFICATE_CHAIN_FOUND", text, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Passed, Verify(out _, sound, "--trust", other, "--trust", roots, "--at", At));
    }

    [Fact]
    public void The_moment_of_the_examination_decides_what_has_expired()
    {
        Assert.Equal(ExitCode.Indeterminate, Verify(out var text, sound, "--trust", roots, "--at", "2090-01-01T00:00:00Z"));
        Assert.Contains("OUT_OF_BOUNDS_NO_POE", text, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => Verify(out _, sound, "--trust", roots, "--at", "yesterday"));
    }

    [Fact]
    public void The_answer_comes_in_the_form_that_is_asked_for()
    {
        Verify(out var json, sound, "--trust", roots, "--at", At, "--format", "json");
        Assert.Equal("TOTAL-PASSED", JsonDocument.Parse(json).RootElement.GetProperty("verdict").GetString());
        Verify(out var html, sound, "--trust", roots, "--at", At, "--format", "html");
        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        Assert.Contains("签章人证书可信，核验通过", html, StringComparison.Ordinal);
        Assert.NotEmpty(VerifyCommand.Create().Parse([sound, "--format", "xml"]).Errors);
    }

    [Fact]
    public void A_folder_is_answered_one_line_a_file()
    {
        Assert.Equal(ExitCode.Passed, Verify(out var text, "--jsonl", folder, "--trust", roots, "--at", At));
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(
            [("a-sound.pdf", "intact-and-covers", "TOTAL-PASSED"), ("b-changed.pdf", "broken", "TOTAL-FAILED"), ("below/d-junk.pdf", "unparsable", "TOTAL-FAILED"), ("c-unsealed.PDF", "no-signature", "INDETERMINATE")],
            lines.Select(line => (line.GetProperty("file").GetString()!, line.GetProperty("integrity").GetString()!, line.GetProperty("verdict").GetString()!)));
        var seal = Assert.Single(lines[0].GetProperty("seals").EnumerateArray());
        Assert.Equal(["field", "intact", "covers", "changes", "indication", "subIndication"], seal.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("Issuer", true, true, "none", "TOTAL-PASSED", ""),
            (seal.GetProperty("field").GetString(), seal.GetProperty("intact").GetBoolean(), seal.GetProperty("covers").GetBoolean(), seal.GetProperty("changes").GetString(), seal.GetProperty("indication").GetString(), seal.GetProperty("subIndication").GetString()));
    }

    private static string At => TestPki.Now.ToString("yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);

    private static string ForeignRoot()
    {
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        using var root = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=Elsewhere", key, System.Security.Cryptography.HashAlgorithmName.SHA256).CreateSelfSigned(TestPki.Now.AddDays(-1), TestPki.Now.AddDays(1));
        return root.ExportCertificatePem();
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static int Verify(out string answer, params string[] arguments)
    {
        using var output = new StringWriter();
        var code = VerifyCommand.Create().Parse(arguments).Invoke(new InvocationConfiguration { Output = output, EnableDefaultExceptionHandler = false });
        answer = output.ToString();
        return code;
    }
}
