using System.Security.Cryptography.X509Certificates;
using Writ.Pdf;
using Writ.Sealing.Certificates;
using Writ.Sealing.Cms;

namespace Writ.Sealing.Placing;

/// <summary>The certificate paths a document's seals and timestamps stand on: whose revocation state a long-term level must prove.</summary>
internal static class ProofPaths
{
    /// <exception cref="CmsFormatException">A seal of the document cannot be read.</exception>
    public static SealOutcome<IReadOnlyList<IReadOnlyList<X509Certificate2>>> Of(Revision view, DocumentForm form, TrustAnchors trust, DateTimeOffset at)
    {
        var store = SecurityStore.Read(view, form);
        var paths = new Dictionary<string, IReadOnlyList<X509Certificate2>>(StringComparer.Ordinal);
        foreach (var field in form.Filled)
        {
            if (view.Resolve(field.Dictionary["V"]) is not PdfDictionary signature || view.Resolve(signature["Contents"]) is not PdfString contents)
                continue;
            var data = SignedData.Parse(contents.Bytes);
            var stamps = data.Signer.UnsignedAttributes.Where(a => a.Oid == ObjectIdentifiers.SignatureTimestamp).SelectMany(a => a.Values).Select(v => SignedData.Parse(v));
            foreach (var part in stamps.Prepend(data))
            {
                if (SignerCheck.FindCertificate(part, trust.Intermediates) is not { } certificate)
                    return SealProblem.CertificateUntrusted(field.Name);
                if (paths.ContainsKey(certificate.Thumbprint))
                    continue;
                var chain = CertificateChain.Build(certificate, CertificateBytes.LoadAll(part.Certificates), trust, at);
                if (!chain.Trusted)
                    return SealProblem.CertificateUntrusted(CertificateNames.Of(chain.Failing ?? certificate));
                paths.Add(certificate.Thumbprint, chain.Path);
            }
        }
        // A path whose proofs in the store are fresh needs no new ones: the store grows only by what proves more.
        var open = paths.Values.Where(path => !IsStored(path, store) || RevocationCheck.Examine(path, store, at, at).Any(f => f.Answer.State != RevocationState.Good));
        return SealOutcome<IReadOnlyList<IReadOnlyList<X509Certificate2>>>.Of(open.ToList());
    }

    private static bool IsStored(IReadOnlyList<X509Certificate2> path, ValidationData store) =>
        path.All(c => store.Certificates.Any(s => s.Span.SequenceEqual(c.RawDataMemory.Span)));
}
