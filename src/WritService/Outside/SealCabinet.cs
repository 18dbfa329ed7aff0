using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Writ.Documents;
using Writ.Pdf;
using Writ.Sealing;

namespace Writ.Outside;

/// <summary>Keys, impressions, authorities and trusted roots of this installation: a bureau's own, or the development ones.</summary>
internal sealed class SealCabinet
{
    private static readonly TimeSpan RevocationTimeout = TimeSpan.FromSeconds(5);
    private const string AttestationKey = "attestation";
    private static readonly string[] DevelopmentNames = ["bureau", AttestationKey, "evidence"];

    private readonly IReadOnlyDictionary<string, SealImpression> pictures;

    private SealCabinet(SealKeys keys, IReadOnlyList<ISealKey> all, IReadOnlyDictionary<string, SealImpression> pictures, ITimestampAuthority authority, RevocationSources revocation, TrustAnchors trust)
    {
        Keys = keys;
        All = all;
        this.pictures = pictures;
        Authority = authority;
        Revocation = revocation;
        Trust = trust;
    }

    /// <summary>Keys for callers, each allowed some of them.</summary>
    public SealKeys Keys { get; }

    /// <summary>Every key.</summary>
    public IReadOnlyList<ISealKey> All { get; }

    public ITimestampAuthority Authority { get; }

    public RevocationSources Revocation { get; }

    /// <summary>The roots in which a verification believes.</summary>
    public TrustAnchors Trust { get; }

    /// <summary>The key that seals attestations; null when the installation has none.</summary>
    public ISealKey? Attestation { get; private init; }

    /// <summary>Where captured evidence is closed away; null when the installation names no custody certificate.</summary>
    public EvidenceVault? Vault { get; private init; }

    /// <summary>The development authorities when their certificates are in use; null with a bureau's own.</summary>
    public DevelopmentAuthority? Development { get; private init; }

    /// <summary>The picture a key leaves on the page; null when it has none.</summary>
    public SealImpression? Impression(string key) => pictures.GetValueOrDefault(key);

    /// <exception cref="InvalidDataException">The folder holds no development certificates, nor the recipe for them: a bureau's own are meant.</exception>
    public static SealCabinet OfDevelopment(string folder, TimeProvider clock)
    {
        if (!DevelopmentCertificates.CanBeMade(folder))
            throw new InvalidDataException($"未配置机关印章（Writ:Seals 或 WRIT_SEALS），{folder} 中也没有开发证书 / no seals are configured (Writ:Seals or WRIT_SEALS), and {folder} holds no development certificates");
        DevelopmentCertificates certificates = DevelopmentCertificates.OpenOrCreate(folder, clock);
        DevelopmentAuthority development = new(certificates, clock);
        SealKeys keys = new();
        ISealKey[] all = [.. DevelopmentNames.Select(certificates.Key)];
        foreach (ISealKey key in all)
            keys.Add(key);
        RevocationSources revocation = new(new HttpClient(development.Handler()), [development.Host], RevocationTimeout, clock);
        DevelopmentTimestampAuthority authority = new(certificates.Timestamps(), certificates.Trust, clock);
        return new SealCabinet(keys, all, new Dictionary<string, SealImpression>(), authority, revocation, certificates.Trust)
        {
            Development = development,
            Attestation = certificates.Key(AttestationKey),
            Vault = new EvidenceVault(certificates.Public("custody")),
        };
    }

    /// <exception cref="InvalidDataException">A key or an impression cannot be read, or a key does not fit its certificate; the message never quotes a secret.</exception>
    public static SealCabinet OfBureau(string file, TimeProvider clock)
    {
        SealSettings settings = SealSettings.Read(file);
        string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        TrustAnchors trust = TrustAnchors.FromPem(File.ReadAllText(Path.Combine(folder, settings.Roots)));
        SealKeys keys = new();
        List<ISealKey> all = [];
        Dictionary<string, SealImpression> pictures = [];
        foreach (SealSettings.Key entry in settings.Keys)
        {
            SealOutcome<ISealKey> key = Open(entry, folder);
            if (!key.Succeeded)
                throw new InvalidDataException($"{file}: {key.Problems[0].Zh} / {key.Problems[0].En}");
            keys.Add(key.Value, entry.Callers);
            all.Add(key.Value);
            if (entry.Impression is { } picture)
                pictures.Add(entry.Name, Picture(Path.Combine(folder, picture)));
        }
        if (settings.TimestampAuthorities.Count == 0)
            throw new InvalidDataException($"{file}: no timestamp authority is named; nothing is sealed without time.");
        HttpTimestampAuthority authority = new(new HttpClient(RevocationSources.NewHandler()), TimestampSettings.For([.. settings.TimestampAuthorities]), trust, clock);
        RevocationSources revocation = new(new HttpClient(RevocationSources.NewHandler()), settings.RevocationHosts ?? [], RevocationTimeout, clock);
        return new SealCabinet(keys, all, pictures, authority, revocation, trust)
        {
            Attestation = all.Find(key => key.Name == AttestationKey),
            Vault = settings.Custody is { } custody ? new EvidenceVault(X509CertificateLoader.LoadCertificateFromFile(Path.Combine(folder, custody))) : null,
        };
    }

    private static SealImpression Picture(string file)
    {
        try
        {
            return SealImpression.OfPicture(File.ReadAllBytes(file));
        }
        catch (PdfFormatException fault)
        {
            throw new InvalidDataException($"{file}: 印模图片不能用于存档文件 / the picture of the seal cannot stand in an archival document: {fault.Message}", fault);
        }
    }

    private static SealOutcome<ISealKey> Open(SealSettings.Key entry, string folder)
    {
        using SecretText? password = entry.PasswordFile is { } secret ? SecretText.Read(Path.Combine(folder, secret)) : null;
        ReadOnlySpan<char> word = password is null ? default : password.Value;
        if (entry.Pkcs12 is { } bag)
        {
            byte[] file = File.ReadAllBytes(Path.Combine(folder, bag));
            SealOutcome<ISealKey> opened = SealKeys.FromPkcs12(entry.Name, file, word, entry.Pss);
            CryptographicOperations.ZeroMemory(file); // its password may be empty
            return opened;
        }
        string certificates = File.ReadAllText(Path.Combine(folder, entry.Certificates ?? throw new InvalidDataException($"The seal key '{entry.Name}' names neither pkcs12 nor certificates.")));
        if (entry.Pkcs11Uri is { } token)
            return new Pkcs11Token(token, password is null ? null : word.ToString(), entry.Pkcs11Provider).Open(entry.Name, certificates, entry.Pss);
        using SecretText key = SecretText.Read(Path.Combine(folder, entry.PrivateKey ?? throw new InvalidDataException($"The seal key '{entry.Name}' names neither privateKey nor pkcs11Uri.")));
        return SealKeys.FromPem(entry.Name, certificates, key.Value, word, entry.Pss);
    }
}
