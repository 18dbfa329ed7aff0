using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Writ.Sealing.Cms;

namespace Writ.Sealing;

/// <summary>Where a certificate says its revocation state can be asked; only a claim, the caller decides whom it calls.</summary>
public static class CertificateAddresses
{
    private const int MaxAddresses = 8;

    /// <summary>OCSP responders (RFC 5280, 4.2.2.1).</summary>
    public static IReadOnlyList<Uri> Ocsp(X509Certificate2 certificate) => Access(certificate, ObjectIdentifiers.AccessOcsp);

    /// <summary>Issuer certificates (RFC 5280, 4.2.2.1).</summary>
    public static IReadOnlyList<Uri> Issuers(X509Certificate2 certificate) => Access(certificate, ObjectIdentifiers.AccessCaIssuers);

    /// <summary>Revocation lists (RFC 5280, 4.2.1.13).</summary>
    public static IReadOnlyList<Uri> RevocationLists(X509Certificate2 certificate)
    {
        var found = new List<Uri>();
        if (Extension(certificate, ObjectIdentifiers.CrlDistributionPoints) is not { } value)
            return found;
        try
        {
            var points = new DerCursor(value, AsnEncodingRules.BER).ReadSequence();
            while (points.HasMore)
            {
                var point = points.ReadSequence();
                if (!point.NextIs(DerCursor.Context(0)))
                    continue;
                var name = point.Enter(DerCursor.Context(0));
                if (!name.NextIs(DerCursor.Context(0)))
                    continue;
                var names = name.Enter(DerCursor.Context(0));
                while (names.HasMore)
                    AddUri(names.ReadElement(), found);
            }
        }
        catch (CmsFormatException)
        {
            return found; // an unreadable extension names nobody
        }
        return found;
    }

    private static List<Uri> Access(X509Certificate2 certificate, string method)
    {
        var found = new List<Uri>();
        if (Extension(certificate, ObjectIdentifiers.AuthorityInformationAccess) is not { } value)
            return found;
        try
        {
            var descriptions = new DerCursor(value, AsnEncodingRules.BER).ReadSequence();
            while (descriptions.HasMore)
            {
                var description = descriptions.ReadSequence();
                if (description.ReadOid() == method)
                    AddUri(description.ReadElement(), found);
            }
        }
        catch (CmsFormatException)
        {
            return found;
        }
        return found;
    }

    private static ReadOnlyMemory<byte>? Extension(X509Certificate2 certificate, string oid) =>
        certificate.Extensions.FirstOrDefault(e => e.Oid?.Value == oid)?.RawData;

    // RFC 5280, 4.2.1.6: uniformResourceIdentifier [6] IA5String
    private static void AddUri(ReadOnlyMemory<byte> generalName, List<Uri> found)
    {
        var cursor = new DerCursor(generalName, AsnEncodingRules.BER);
        if (found.Count < MaxAddresses && cursor.NextIs(DerCursor.Context(6))
            && Uri.TryCreate(Encoding.ASCII.GetString(cursor.ReadOctets(DerCursor.Context(6)).Span), UriKind.Absolute, out var uri)
            && uri.Scheme is ("http" or "https"))
            found.Add(uri);
    }
}
