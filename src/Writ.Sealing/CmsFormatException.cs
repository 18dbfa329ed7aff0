namespace Writ.Sealing;

/// <summary>Their bytes are not the ASN.1 structure they claim to be (CMS, timestamp, OCSP, CRL).</summary>
public sealed class CmsFormatException : Exception
{
    public CmsFormatException(int offset, string message, Exception? inner = null) : base($"{message} (at byte {offset})", inner) => Offset = offset;

    /// <summary>Byte offset inside the structure that was being read.</summary>
    public int Offset { get; }
}
