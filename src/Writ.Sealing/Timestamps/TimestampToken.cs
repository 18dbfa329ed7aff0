using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Writ.Sealing.Cms;

namespace Writ.Sealing;

/// <summary>An RFC 3161 token, read but not yet believed.</summary>
public sealed class TimestampToken
{
    private TimestampToken(ReadOnlyMemory<byte> encoded, SignedData data)
    {
        Encoded = encoded;
        Data = data;
    }

    /// <summary>The ContentInfo, exactly.</summary>
    public ReadOnlyMemory<byte> Encoded { get; }

    public DateTimeOffset Time { get; private init; }

    /// <summary>Hash of the stamped data; null when this room does not know the algorithm.</summary>
    public HashAlgorithmName? ImprintHash { get; private init; }

    public ReadOnlyMemory<byte> Imprint { get; private init; }

    public string Policy { get; private init; } = "";

    public BigInteger Serial { get; private init; }

    /// <summary>Octets of the nonce as an INTEGER; empty when absent.</summary>
    public ReadOnlyMemory<byte> Nonce { get; private init; }

    /// <summary>How far the time may be off, when the authority says so.</summary>
    public TimeSpan? Accuracy { get; private init; }

    internal SignedData Data { get; }

    internal IReadOnlyList<X509Certificate2> Certificates => CertificateBytes.LoadAll(Data.Certificates);

    /// <exception cref="CmsFormatException">Not a timestamp token.</exception>
    public static TimestampToken Parse(ReadOnlyMemory<byte> bytes)
    {
        var data = SignedData.Parse(bytes);
        if (data.ContentType != ObjectIdentifiers.TstInfo || data.Content is not { } content)
            throw new CmsFormatException(0, "The SignedData does not carry a TSTInfo"); // RFC 3161, 2.4.2
        if (data.Version != 3)
            throw new CmsFormatException(0, "A timestamp token is SignedData of version 3"); // RFC 5652, 5.1

        var outer = new DerCursor(content, AsnEncodingRules.BER);
        var info = outer.ReadSequence();
        outer.EnsureEnd("TSTInfo");
        if (info.ReadSmallInteger() != 1)
            throw new CmsFormatException(info.Offset, "TSTInfo version is not 1");
        var policy = info.ReadOid();
        var imprint = info.ReadSequence();
        var hash = AlgorithmIdentifier.Read(ref imprint);
        var digest = imprint.ReadOctets();
        imprint.EnsureEnd("MessageImprint");
        var serial = info.ReadIntegerBytes();
        var time = info.ReadGeneralizedTime();
        TimeSpan? accuracy = null;
        if (info.NextIs(Asn1Tag.Sequence))
            accuracy = ReadAccuracy(info.ReadSequence());
        if (info.NextIs(Asn1Tag.Boolean))
            info.ReadBoolean();
        ReadOnlyMemory<byte> nonce = default;
        if (info.NextIs(Asn1Tag.Integer))
            nonce = info.ReadIntegerBytes();
        if (info.NextIs(DerCursor.Context(0)))
            info.ReadElement();
        if (info.NextIs(DerCursor.Context(1)))
            info.ReadElement();
        info.EnsureEnd("TSTInfo");

        return new TimestampToken(bytes[..data.Length], data)
        {
            Policy = policy,
            ImprintHash = HashAlgorithms.Named(hash.Oid),
            Imprint = digest,
            Serial = new BigInteger(serial.Span, isBigEndian: true),
            Time = time,
            Accuracy = accuracy,
            Nonce = nonce,
        };
    }

    private static TimeSpan ReadAccuracy(DerCursor cursor)
    {
        var total = TimeSpan.Zero;
        if (cursor.NextIs(Asn1Tag.Integer))
            total += TimeSpan.FromSeconds(cursor.ReadSmallInteger());
        if (cursor.NextIs(DerCursor.Context(0)))
            total += TimeSpan.FromMilliseconds(Small(cursor.ReadOctets(DerCursor.Context(0))));
        if (cursor.NextIs(DerCursor.Context(1)))
            total += TimeSpan.FromMicroseconds(Small(cursor.ReadOctets(DerCursor.Context(1))));
        cursor.EnsureEnd("Accuracy");
        return total;
    }

    // RFC 3161, 2.4.2: millis and micros lie between 1 and 999
    private static double Small(ReadOnlyMemory<byte> octets)
    {
        var value = new BigInteger(octets.Span, isBigEndian: true);
        return value >= 0 && value <= 999 ? (double)value : throw new CmsFormatException(0, "Accuracy is out of range");
    }
}
