using System.Globalization;
using System.Text;
using System.Xml;

namespace Writ.Pdf;

/// <summary>The XMP metadata of a document (ISO 16684-1), with the identification of PDF/A-3a and PDF/UA-1 and the schema description of what PDF/A does not know (ISO 19005-3, 6.6.2).</summary>
public static class XmpPacket
{
    // Values are (property, meaning); the order is the order in the packet.
    private static readonly (string Name, string Meaning)[] WritProperties =
    [
        ("documentId", "Identity of the writ, derived from its content"),
        ("packId", "Template pack the writ was made from"),
        ("packVersion", "Version of the pack"),
        ("packHash", "SHA-256 of the pack's files"),
        ("dataHash", "SHA-256 of the case data embedded in the document"),
        ("profile", "Rules of the issuing bureau"),
        ("audience", "Audience a masked document was derived for"),
        ("derivedFrom", "Identity of the original document"),
        ("derivedDigest", "SHA-256 of the original document"),
    ];

    /// <summary>Writes the metadata stream, uncompressed so that any tool finds it.</summary>
    public static PdfReference Write(ObjectWriter writer, DocumentIdentity identity) => writer.WriteStream(
        PdfDictionary.Of(("Type", new PdfName("Metadata")), ("Subtype", new PdfName("XML"))), Encoding.UTF8.GetBytes(Text(identity)), StreamCoding.AsItIs);

    public static string Text(DocumentIdentity identity)
    {
        var xml = new StringBuilder(4096);
        xml.Append("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n");
        xml.Append("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
        Describe(xml, "dc", "http://purl.org/dc/elements/1.1/");
        xml.Append("<dc:format>application/pdf</dc:format>\n");
        xml.Append("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">").Append(Escape(identity.Title)).Append("</rdf:li></rdf:Alt></dc:title>\n");
        if (identity.Creator is { } creator) xml.Append("<dc:creator><rdf:Seq><rdf:li>").Append(Escape(creator)).Append("</rdf:li></rdf:Seq></dc:creator>\n");
        if (identity.Description is { } description)
            xml.Append("<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">").Append(Escape(description)).Append("</rdf:li></rdf:Alt></dc:description>\n");
        xml.Append("<dc:language><rdf:Bag><rdf:li>").Append(Escape(identity.Language)).Append("</rdf:li></rdf:Bag></dc:language>\n</rdf:Description>\n");
        var date = identity.Created.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        Describe(xml, "xmp", "http://ns.adobe.com/xap/1.0/");
        Property(xml, "xmp", "CreatorTool", identity.Producer);
        Property(xml, "xmp", "CreateDate", date);
        Property(xml, "xmp", "ModifyDate", date);
        Property(xml, "xmp", "MetadataDate", date);
        xml.Append("</rdf:Description>\n");
        Describe(xml, "pdf", "http://ns.adobe.com/pdf/1.3/");
        Property(xml, "pdf", "Producer", identity.Producer);
        xml.Append("</rdf:Description>\n");
        Describe(xml, "pdfaid", "http://www.aiim.org/pdfa/ns/id/");
        Property(xml, "pdfaid", "part", "3");
        Property(xml, "pdfaid", "conformance", "A");
        xml.Append("</rdf:Description>\n");
        Describe(xml, "pdfuaid", "http://www.aiim.org/pdfua/ns/id/");
        Property(xml, "pdfuaid", "part", "1");
        xml.Append("</rdf:Description>\n");
        if (identity.Writ is { } writ) AddWrit(xml, writ);
        AddSchemas(xml, identity.Writ);
        xml.Append("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
        return xml.ToString();
    }

    private static void AddWrit(StringBuilder xml, WritIdentity writ)
    {
        Describe(xml, WritIdentity.Prefix, WritIdentity.Namespace);
        foreach (var (name, value) in Named(writ)) Property(xml, WritIdentity.Prefix, name, value);
        xml.Append("</rdf:Description>\n");
    }

    private static IEnumerable<(string Name, string Value)> Named(WritIdentity writ)
    {
        string?[] values = [writ.DocumentId, writ.PackId, writ.PackVersion, writ.PackHash, writ.DataHash, writ.Profile, writ.Audience, writ.DerivedFrom, writ.DerivedDigest];
        for (var i = 0; i < values.Length; i++)
            if (values[i] is { } value) yield return (WritProperties[i].Name, value);
    }

    // ISO 19005-3, 6.6.2.3.3: every property outside the predefined schemas is described in the document.
    private static void AddSchemas(StringBuilder xml, WritIdentity? writ)
    {
        xml.Append("<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
            + " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n");
        xml.Append("<pdfaExtension:schemas><rdf:Bag>\n");
        Schema(xml, "PDF/UA identification", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid", "Integer", [("part", "Part of ISO 14289 the document conforms to")]);
        if (writ is not null)
        {
            var used = Named(writ).Select(property => property.Name).ToHashSet();
            Schema(xml, "Writ identity", WritIdentity.Namespace, WritIdentity.Prefix, "Text", [.. WritProperties.Where(property => used.Contains(property.Name))]);
        }
        xml.Append("</rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n");
    }

    private static void Schema(StringBuilder xml, string title, string uri, string prefix, string type, ReadOnlySpan<(string Name, string Meaning)> properties)
    {
        xml.Append("<rdf:li rdf:parseType=\"Resource\">\n");
        Property(xml, "pdfaSchema", "schema", title);
        Property(xml, "pdfaSchema", "namespaceURI", uri);
        Property(xml, "pdfaSchema", "prefix", prefix);
        xml.Append("<pdfaSchema:property><rdf:Seq>\n");
        foreach (var (name, meaning) in properties)
        {
            xml.Append("<rdf:li rdf:parseType=\"Resource\">\n");
            Property(xml, "pdfaProperty", "name", name);
            Property(xml, "pdfaProperty", "valueType", type);
            Property(xml, "pdfaProperty", "category", "internal");
            Property(xml, "pdfaProperty", "description", meaning);
            xml.Append("</rdf:li>\n");
        }
        xml.Append("</rdf:Seq></pdfaSchema:property>\n</rdf:li>\n");
    }

    private static void Describe(StringBuilder xml, string prefix, string uri) =>
        xml.Append("<rdf:Description rdf:about=\"\" xmlns:").Append(prefix).Append("=\"").Append(uri).Append("\">\n");

    private static void Property(StringBuilder xml, string prefix, string name, string value) =>
        xml.Append('<').Append(prefix).Append(':').Append(name).Append('>').Append(Escape(value)).Append("</").Append(prefix).Append(':').Append(name).Append(">\n");

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '&': escaped.Append("&amp;"); break;
                case '"': escaped.Append("&quot;"); break;
                // XML 1.0, 2.2: control characters cannot be said at all.
                case < 0x10000 when !XmlConvert.IsXmlChar((char)rune.Value): escaped.Append('\uFFFD'); break;
                default: escaped.Append(rune); break;
            }
        }
        return escaped.ToString();
    }
}
