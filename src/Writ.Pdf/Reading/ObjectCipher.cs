namespace Writ.Pdf;

/// <summary>The key of one indirect object of an encrypted file (ISO 32000-2, 7.6.3).</summary>
internal sealed class ObjectCipher(StandardSecurity security, int number, int generation)
{
    public byte[] DecryptString(byte[] data) => security.Decrypt(security.StringMethod, data, number, generation);
    public byte[] DecryptStream(byte[] data, PdfDictionary dictionary) => security.Decrypt(security.MethodOf(dictionary), data, number, generation);
}
