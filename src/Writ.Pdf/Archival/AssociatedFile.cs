using System.Security.Cryptography;

namespace Writ.Pdf;

/// <summary>A file embedded in the document and tied to it (ISO 19005-3, 6.8): its media type, its relationship, its size and checksum.</summary>
/// <param name="MediaType">As "application/json".</param>
public sealed record AssociatedFile(string Name, string MediaType, ReadOnlyMemory<byte> Data, FileRelationship Relationship, DateTimeOffset Modified, string Description)
{
    /// <summary>Writes the file and its specification; the reference belongs in /AF and in the /EmbeddedFiles name tree.</summary>
    public PdfReference Write(ObjectWriter writer)
    {
        var file = writer.WriteStream(
            PdfDictionary.Of(
                ("Type", new PdfName("EmbeddedFile")), ("Subtype", new PdfName(MediaType)),
                ("Params", PdfDictionary.Of(
                    ("Size", Data.Length), ("ModDate", PdfString.Date(Modified)),
                    // ISO 32000-2, 7.11.4.2: the checksum is MD5 by definition; nothing relies on it.
                    ("CheckSum", new PdfString(MD5.HashData(Data.Span), hexadecimal: true))))),
            Data.Span);
        return writer.Write(PdfDictionary.Of(
            ("Type", new PdfName("Filespec")), ("F", PdfString.Text(Name)), ("UF", PdfString.Text(Name)), ("Desc", PdfString.Text(Description)),
            ("AFRelationship", new PdfName(Relationship.ToString())), ("EF", PdfDictionary.Of(("F", file), ("UF", file)))));
    }
}
