namespace Writ.Pdf;

/// <summary>How a crypt filter works (ISO 32000-2, table 25).</summary>
internal enum CipherMethod
{
    Identity,
    Rc4,
    Aes128,
    Aes256,
}
