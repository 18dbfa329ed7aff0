using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Writ.Sealing;

namespace Writ.Outside;

/// <summary>
/// The development PKI of certs-dev: made on first run from the recipe, opened afterwards. Never for production.
/// </summary>
internal sealed class DevelopmentCertificates
{
    private readonly Dictionary<string, X509Certificate2> withKeys;
    private readonly CertificateRecipe recipe;

    private DevelopmentCertificates(CertificateRecipe recipe, Dictionary<string, X509Certificate2> withKeys)
    {
        this.recipe = recipe;
        this.withKeys = withKeys;
        var authorities = recipe.Certificates.Where(e => e.Use is "root" or "issuing").ToList();
        Trust = new TrustAnchors(
            authorities.Where(e => e.Use == "root").Select(e => Public(e.Name)),
            authorities.Where(e => e.Use == "issuing").Select(e => Public(e.Name)));
    }

    /// <summary>The development root, with the issuing certificate as helper.</summary>
    public TrustAnchors Trust { get; }

    public IReadOnlyCollection<string> Names => withKeys.Keys;

    /// <summary>Address that stands in AIA and CDP; the service answers below it.</summary>
    public string BaseUrl => recipe.BaseUrl;

    /// <summary>The folder holds the recipe, the one thing that is not made.</summary>
    public static bool CanBeMade(string directory) => File.Exists(Recipe(directory));

    public static bool Exist(string directory) => File.Exists(Path.Combine(directory, "trust.pem"));

    /// <summary>
    /// Opens the certificates in the folder, or generates and writes them when they are not there. Of processes that start together over one
    /// folder, the first makes them and the others wait for it.
    /// </summary>
    public static DevelopmentCertificates OpenOrCreate(string directory, TimeProvider clock)
    {
        var recipe = CertificateRecipe.Read(File.ReadAllBytes(Recipe(directory)));
        using var turn = new Mutex(false, @"Global\writ-certificates-" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(directory)))));
        TakeTurn(turn);
        try
        {
            if (Exist(directory))
                return Open(directory, recipe, clock.GetUtcNow());
            var made = Generate(recipe, clock.GetUtcNow());
            made.WriteTo(directory);
            return made;
        }
        finally
        {
            turn.ReleaseMutex();
        }
    }

    /// <summary>A new PKI in memory.</summary>
    public static DevelopmentCertificates Generate(CertificateRecipe recipe, DateTimeOffset now)
    {
        var made = new Dictionary<string, X509Certificate2>(StringComparer.Ordinal);
        foreach (var entry in recipe.Certificates)
        {
            var issuer = entry.Issuer is null ? null : made[entry.Issuer];
            made.Add(entry.Name, Issue(recipe, entry, issuer, now));
        }
        return new DevelopmentCertificates(recipe, made);
    }

    /// <summary>The seal key of that name.</summary>
    public ISealKey Key(string name) => PlatformSealKey.Of(name, withKeys[name], Chain(name));

    public TimestampResponder Timestamps(string name = "tsa") => new(withKeys[name], Chain(name), recipe.TimestampPolicy);

    /// <summary>Public part of a certificate.</summary>
    public X509Certificate2 Public(string name) => X509CertificateLoader.LoadCertificate(withKeys[name].RawDataMemory.Span);

    /// <summary>A certificate with its private key, for the development authorities.</summary>
    internal X509Certificate2 WithKey(string name) => withKeys[name];

    /// <summary>Issuers of a certificate, nearest first, without the root.</summary>
    public IReadOnlyList<X509Certificate2> Chain(string name)
    {
        var chain = new List<X509Certificate2>();
        for (var entry = Entry(name); entry.Issuer is not null; entry = Entry(entry.Issuer))
            if (Entry(entry.Issuer).Use != "root")
                chain.Add(Public(entry.Issuer));
        return chain;
    }

    private static string Recipe(string directory) => Path.Combine(directory, "recipe.json");

    private static void TakeTurn(Mutex turn)
    {
        try
        {
            turn.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // Who had it was killed; it is ours now, and what was left half made is made again.
        }
    }

    private CertificateRecipe.Entry Entry(string name) => recipe.Certificates.First(e => e.Name == name);

    private static DevelopmentCertificates Open(string directory, CertificateRecipe recipe, DateTimeOffset now)
    {
        var opened = new Dictionary<string, X509Certificate2>(StringComparer.Ordinal);
        var added = new List<string>();
        foreach (var entry in recipe.Certificates)
        {
            // The recipe may have grown since the folder was made: what is new is issued by what is there.
            if (!File.Exists(Path.Combine(directory, entry.Name + ".pem")) && entry.Issuer is not null)
            {
                opened.Add(entry.Name, Issue(recipe, entry, opened[entry.Issuer], now));
                added.Add(entry.Name);
                continue;
            }
            var certificate = File.ReadAllText(Path.Combine(directory, entry.Name + ".pem"));
            var key = File.ReadAllText(Path.Combine(directory, entry.Name + ".key.pem"));
            opened.Add(entry.Name, X509Certificate2.CreateFromEncryptedPem(certificate, key, recipe.Password));
        }
        var certificates = new DevelopmentCertificates(recipe, opened);
        foreach (var name in added)
            certificates.Write(directory, name);
        return certificates;
    }

    private void WriteTo(string directory)
    {
        Directory.CreateDirectory(directory);
        foreach (var name in withKeys.Keys)
            Write(directory, name);
        // Last, because its presence says that everything is there.
        File.WriteAllText(Path.Combine(directory, "trust.pem"), string.Concat(Trust.Roots.Select(r => r.ExportCertificatePem() + "\n")));
    }

    private void Write(string directory, string name)
    {
        var certificate = withKeys[name];
        var pem = new StringBuilder(certificate.ExportCertificatePem()).Append('\n');
        var bag = new X509Certificate2Collection(certificate);
        foreach (var issuer in Chain(name))
        {
            pem.Append(issuer.ExportCertificatePem()).Append('\n');
            bag.Add(issuer);
        }
        WriteSecret(Path.Combine(directory, name + ".key.pem"), Encoding.ASCII.GetBytes(EncryptedKeyPem(certificate) + "\n"));
        WriteSecret(Path.Combine(directory, name + ".p12"), bag.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, recipe.Password));
        File.WriteAllText(Path.Combine(directory, name + ".pem"), pem.ToString());
    }

    private string EncryptedKeyPem(X509Certificate2 certificate)
    {
        var encryption = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, iterationCount: 2048);
        using AsymmetricAlgorithm key = (AsymmetricAlgorithm?)certificate.GetECDsaPrivateKey() ?? certificate.GetRSAPrivateKey()
            ?? throw new InvalidOperationException("The certificate has no private key.");
        return key.ExportEncryptedPkcs8PrivateKeyPem(recipe.Password, encryption);
    }

    private static void WriteSecret(string path, byte[] content)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(content);
    }

    private static X509Certificate2 Issue(CertificateRecipe recipe, CertificateRecipe.Entry entry, X509Certificate2? issuer, DateTimeOffset now)
    {
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCountryOrRegion(recipe.Country);
        subject.AddOrganizationName(recipe.Organization);
        subject.AddCommonName(entry.CommonName);

        using var key = NewKey(entry.Key);
        var request = key is ECDsa ec
            ? new CertificateRequest(subject.Build(), ec, HashAlgorithmName.SHA256)
            : new CertificateRequest(subject.Build(), (RSA)key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        var isAuthority = entry.Use is "root" or "issuing";
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, hasPathLengthConstraint: isAuthority, entry.Use == "root" ? 1 : 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(Usage(entry.Use), critical: true));
        var identifier = new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false);
        request.CertificateExtensions.Add(identifier);
        if (entry.Use == "timestamp")
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], critical: true)); // RFC 3161, 2.3
        if (entry.Use == "ocsp")
        {
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.9")], critical: false));
            request.CertificateExtensions.Add(new X509Extension("1.3.6.1.5.5.7.48.1.5", [0x05, 0x00], critical: false)); // RFC 6960, 4.2.2.2.1
        }
        var from = now.AddDays(-1);
        var until = now.AddDays(entry.Days);
        if (issuer is null)
            return request.CreateSelfSigned(from, until);

        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        var ocsp = entry.Use is "seal" or "timestamp" ? new[] { $"{recipe.BaseUrl}/ocsp" } : [];
        request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension(ocsp, [$"{recipe.BaseUrl}/{entry.Issuer}.cer"], critical: false));
        request.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([$"{recipe.BaseUrl}/{entry.Issuer}.crl"]));
        until = until < issuer.NotAfter ? until : issuer.NotAfter;
        using var issued = request.Create(issuer.SubjectName, Signer(issuer), from < issuer.NotBefore ? issuer.NotBefore : from, until, NewSerial());
        return key is ECDsa own ? issued.CopyWithPrivateKey(own) : issued.CopyWithPrivateKey((RSA)key);
    }

    private static X509SignatureGenerator Signer(X509Certificate2 issuer) => issuer.GetECDsaPrivateKey() is { } ec
        ? X509SignatureGenerator.CreateForECDsa(ec)
        : X509SignatureGenerator.CreateForRSA(issuer.GetRSAPrivateKey() ?? throw new InvalidOperationException("The issuer has no private key."), RSASignaturePadding.Pkcs1);

    private static X509KeyUsageFlags Usage(string use) => use switch
    {
        "root" or "issuing" => X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign,
        "seal" => X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation,
        "timestamp" or "ocsp" => X509KeyUsageFlags.DigitalSignature,
        "encryption" => X509KeyUsageFlags.KeyEncipherment,
        _ => throw new InvalidDataException($"The recipe names an unknown use: {use}"),
    };

    private static AsymmetricAlgorithm NewKey(string kind) => kind switch
    {
        "P-256" => ECDsa.Create(ECCurve.NamedCurves.nistP256),
        "P-384" => ECDsa.Create(ECCurve.NamedCurves.nistP384),
        "RSA-2048" => RSA.Create(2048),
        "RSA-3072" => RSA.Create(3072),
        "RSA-4096" => RSA.Create(4096),
        _ => throw new InvalidDataException($"The recipe names an unknown key kind: {kind}"),
    };

    // RFC 5280, 4.1.2.2: positive, at most 20 octets
    private static byte[] NewSerial()
    {
        var serial = RandomNumberGenerator.GetBytes(16);
        serial[0] = (byte)((serial[0] & 0x7F) | 0x40);
        return serial;
    }
}
