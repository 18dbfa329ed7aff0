using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Writ.Sealing.Certificates;
using Writ.Sealing.Cms;

namespace Writ.Sealing;

/// <summary>A certificate revocation list (RFC 5280, 5), read but not yet believed. Full, direct lists only.</summary>
public sealed class CertificateRevocations
{
    private readonly ReadOnlyMemory<byte> toBeSigned;
    private readonly AlgorithmIdentifier algorithm;
    private readonly ReadOnlyMemory<byte> signature;
    private readonly ReadOnlyMemory<byte> issuerName;
    private readonly ReadOnlyMemory<byte> entries;
    private readonly string? unusable;

    private CertificateRevocations(ReadOnlyMemory<byte> encoded, DerCursor list)
    {
        Encoded = encoded;
        toBeSigned = new DerCursor(list.Rest, AsnEncodingRules.BER).ReadElement();
        var body = list.ReadSequence();
        algorithm = AlgorithmIdentifier.Read(ref list);
        signature = list.ReadBitStringOctets();
        list.EnsureEnd("CertificateList");

        if (body.NextIs(Asn1Tag.Integer) && body.ReadSmallInteger() != 1)
            throw new CmsFormatException(body.Offset, "The CRL is not version 2");
        AlgorithmIdentifier.Read(ref body);
        issuerName = body.ReadElement();
        ThisUpdate = body.ReadTime();
        if (body.NextIs(Asn1Tag.UtcTime) || body.NextIs(Asn1Tag.GeneralizedTime))
            NextUpdate = body.ReadTime();
        if (body.NextIs(Asn1Tag.Sequence))
            entries = body.ReadSequence().Rest;
        if (body.NextIs(DerCursor.Context(0)))
        {
            var wrapper = body.Enter(DerCursor.Context(0));
            unusable = Unusable(wrapper.ReadSequence());
        }
        body.EnsureEnd("TBSCertList");
    }

    /// <summary>The CertificateList, exactly.</summary>
    public ReadOnlyMemory<byte> Encoded { get; }

    public DateTimeOffset ThisUpdate { get; }

    public DateTimeOffset? NextUpdate { get; }

    /// <exception cref="CmsFormatException">Not a CRL.</exception>
    public static CertificateRevocations Parse(ReadOnlyMemory<byte> bytes)
    {
        var outer = new DerCursor(bytes, AsnEncodingRules.BER);
        var list = outer.ReadSequence();
        outer.EnsureEnd("CertificateList");
        return new CertificateRevocations(bytes, list);
    }

    /// <summary>A list with the given serial numbers revoked, as a development authority publishes it.</summary>
    /// <param name="issuer">With its private key.</param>
    public static byte[] Publish(X509Certificate2 issuer, BigInteger number, DateTimeOffset thisUpdate, DateTimeOffset nextUpdate, IEnumerable<(ReadOnlyMemory<byte> Serial, DateTimeOffset At)> revoked)
    {
        var builder = new CertificateRevocationListBuilder();
        foreach (var (serial, at) in revoked)
            builder.AddEntry(serial.Span, at);
        return builder.Build(issuer, number, nextUpdate, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, thisUpdate);
    }

    /// <summary>What the list says about the certificate, when its issuer signed it.</summary>
    public RevocationAnswer Examine(X509Certificate2 certificate, X509Certificate2 issuer)
    {
        if (unusable is not null)
            return RevocationAnswer.Unusable(unusable);
        if (!issuerName.Span.SequenceEqual(issuer.SubjectName.RawData) || !certificate.IssuerName.RawData.AsSpan().SequenceEqual(issuerName.Span))
            return RevocationAnswer.Unusable("the list is of another issuer");
        if (!CertificateUse.MaySignCrl(issuer))
            return RevocationAnswer.Unusable("the issuer may not sign lists (key usage)");
        if (PublicKeyCheck.OfMessage(issuer, algorithm, toBeSigned.Span, signature.Span) != PublicKeyVerdict.Verified)
            return RevocationAnswer.Unusable("the signature of the list is wrong");

        var cursor = new DerCursor(entries, AsnEncodingRules.BER);
        while (cursor.HasMore)
        {
            var entry = cursor.ReadSequence();
            if (!entry.ReadIntegerBytes().Span.SequenceEqual(certificate.SerialNumberBytes.Span))
                continue;
            return new RevocationAnswer(RevocationState.Revoked, entry.ReadTime(), Reason(entry), ThisUpdate, NextUpdate, "");
        }
        return new RevocationAnswer(RevocationState.Good, null, null, ThisUpdate, NextUpdate, "");
    }

    // RFC 5280, 5.3.1; null when the issuer gives none.
    private static int? Reason(DerCursor entry)
    {
        if (!entry.HasMore)
            return null;
        var extensions = entry.ReadSequence();
        while (extensions.HasMore)
        {
            var extension = extensions.ReadSequence();
            var oid = extension.ReadOid();
            if (extension.NextIs(Asn1Tag.Boolean))
                extension.ReadBoolean();
            if (oid == ObjectIdentifiers.CrlReason)
                return new DerCursor(extension.ReadOctets(), AsnEncodingRules.BER).ReadEnumerated();
        }
        return null;
    }

    // RFC 5280, 5.2: a list with a critical extension that is not understood says nothing for sure
    private static string? Unusable(DerCursor extensions)
    {
        while (extensions.HasMore)
        {
            var extension = extensions.ReadSequence();
            var oid = extension.ReadOid();
            var critical = extension.NextIs(Asn1Tag.Boolean) && extension.ReadBoolean();
            if (oid == ObjectIdentifiers.DeltaCrlIndicator)
                return "the list is a delta list";
            if (oid == ObjectIdentifiers.IssuingDistributionPoint && !IsWhole(extension.ReadOctets()))
                return "the list covers only part of the certificates";
            if (critical && oid != ObjectIdentifiers.IssuingDistributionPoint && oid != ObjectIdentifiers.CrlNumber && oid != ObjectIdentifiers.AuthorityKeyIdentifier)
                return $"the list has an unknown critical extension {oid}";
        }
        return null;
    }

    // RFC 5280, 5.2.5: only a distribution point name may be set; onlyContains…, onlySomeReasons and indirectCRL restrict
    private static bool IsWhole(ReadOnlyMemory<byte> value)
    {
        var point = new DerCursor(value, AsnEncodingRules.BER).ReadSequence();
        if (point.NextIs(DerCursor.Context(0)))
            point.ReadElement();
        return !point.HasMore;
    }
}
