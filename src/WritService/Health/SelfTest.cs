using System.Diagnostics;
using System.Text.Json;
using Writ.Documents;
using Writ.Outside;
using Writ.Sealing;
using WritService.Pages;

namespace WritService.Health;

/// <summary>
/// Does a little of everything: renders a pack's own example, lets every key sign a digest of nothing, asks the authority for the time, seals and examines.
/// Many askers share one run, and its result is kept for a while: asking costs nothing.
/// </summary>
internal sealed class SelfTest(Chancery house, PageViewer viewer, TimeProvider clock) : IDisposable
{
    public const string Ready = "ready", Unready = "unready";
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim one = new(1, 1);
    private HealthReport? last;
    private DateTimeOffset until;

    public async Task<HealthReport> RunAsync(CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        try
        {
            if (last is null || clock.GetUtcNow() >= until)
            {
                last = await LookAsync(cancel);
                until = clock.GetUtcNow() + Kept;
            }
            return last;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<HealthReport> LookAsync(CancellationToken cancel)
    {
        List<HealthCheck> checks = [new("packs", house.Packs.Packs.Count > 0, $"{house.Packs.Packs.Count} packs, {house.Packs.Profiles.Count} profiles")];
        checks.Add(new HealthCheck("fonts", house.Fonts.Roles.Length > 0, $"{house.Fonts.Roles.Length} roles"));
        (HealthCheck rendering, RenderedWrit? writ) = Render();
        checks.Add(rendering);
        foreach (ISealKey key in house.Seals.All)
            checks.Add(await SignAsync(key, cancel));
        checks.Add(await StampAsync(cancel));
        if (writ is not null)
            checks.Add(await SealAsync(writ, cancel));
        checks.Add(new HealthCheck("viewer", viewer.IsPresent, viewer.IsPresent ? $"pdf.js {viewer.Version}" : $"no pdf.js in {viewer.Folder}: the pages show no documents; .setup/pdfjs.sh brings it", Required: false));
        return new HealthReport(checks.All(check => check.Passed || !check.Required) ? Ready : Unready, checks);
    }

    private (HealthCheck, RenderedWrit?) Render()
    {
        const string Name = "rendering";
        if (house.Packs.Packs.FirstOrDefault(pack => pack.Examples.Any(example => !example.IsRejected)) is not { } pack)
            return (new HealthCheck(Name, false, "no pack has an example"), null);
        PackExample example = pack.Examples.First(example => !example.IsRejected);
        using JsonDocument data = JsonDocument.Parse(example.Json);
        DateTimeOffset now = house.Now;
        long started = Stopwatch.GetTimestamp();
        CheckResult check = pack.Check(data.RootElement, house.Packs.Profiles[example.Profile], now);
        RenderedWrit? writ = check.Checked is { } passed ? house.Render(passed, now).Writ : null;
        return (writ is null
            ? new HealthCheck(Name, false, $"{pack.Id}/{example.Name} is not rendered")
            : new HealthCheck(Name, true, $"{pack.Id}/{example.Name}: {writ.Pdf.Length} bytes in {Milliseconds(started)} ms"), writ);
    }

    // What the first key seals is examined as anybody else would: cryptography, time and trust together.
    private async Task<HealthCheck> SealAsync(RenderedWrit writ, CancellationToken cancel)
    {
        const string Name = "sealing";
        long started = Stopwatch.GetTimestamp();
        SealOutcome<SealedDocument> outcome = await house.SealAsync(writ.Pdf, house.Seals.All[0], FieldNames.Issuer, SealLevel.T, house.Now, cancel);
        if (!outcome.Succeeded)
            return new HealthCheck(Name, false, outcome.Problems[0].Code);
        Report report = house.Examine(outcome.Value.Bytes.ToArray(), cancel);
        return new HealthCheck(Name, report.Integrity == Integrity.IntactAndCovers, $"what {house.Seals.All[0].Name} seals is examined as {Verdicts.Of(report).Word()}, in {Milliseconds(started)} ms");
    }

    private async Task<HealthCheck> SignAsync(ISealKey key, CancellationToken cancel)
    {
        string name = $"key:{key.Name}";
        DateTimeOffset now = house.Now;
        if (now < key.Certificate.NotBefore || now > key.Certificate.NotAfter)
            return new HealthCheck(name, false, $"its certificate is valid from {key.Certificate.NotBefore:yyyy-MM-dd} to {key.Certificate.NotAfter:yyyy-MM-dd}");
        byte[] digest = new byte[DigestLength(key.Algorithm)];
        long started = Stopwatch.GetTimestamp();
        SealOutcome<byte[]> signature = await key.SignAsync(digest, cancel);
        if (!signature.Succeeded)
            return new HealthCheck(name, false, signature.Problems[0].Code);
        return SealSignature.Verifies(key.Certificate, key.Algorithm, digest, signature.Value)
            ? new HealthCheck(name, true, $"signs in {Milliseconds(started)} ms; its certificate is valid until {key.Certificate.NotAfter:yyyy-MM-dd}")
            : new HealthCheck(name, false, "its signature does not verify");
    }

    private async Task<HealthCheck> StampAsync(CancellationToken cancel)
    {
        long started = Stopwatch.GetTimestamp();
        SealOutcome<TimestampToken> token = await house.Seals.Authority.StampAsync(new byte[32], cancel);
        return new HealthCheck("authority", token.Succeeded, token.Succeeded ? $"{house.Seals.Authority.Name} answers in {Milliseconds(started)} ms" : token.Problems[0].Code);
    }

    private static int DigestLength(SealAlgorithm algorithm) => algorithm switch
    {
        SealAlgorithm.EcdsaP384Sha384 or SealAlgorithm.RsaPkcs1Sha384 or SealAlgorithm.RsaPssSha384 => 48,
        SealAlgorithm.RsaPkcs1Sha512 or SealAlgorithm.RsaPssSha512 => 64,
        _ => 32,
    };

    private static string Milliseconds(long started) => Stopwatch.GetElapsedTime(started).TotalMilliseconds.ToString("0.0");
}
