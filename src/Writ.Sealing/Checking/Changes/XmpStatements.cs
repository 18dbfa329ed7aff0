using System.Xml;
using System.Xml.Linq;

namespace Writ.Sealing.Checking.Changes;

/// <summary>What an XMP packet states about its document: each property by its name, with its text. Dates, programs and histories are left out.</summary>
internal static class XmpStatements
{
    private const int MaxBytes = 4 << 20;

    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    // ISO 16684-1, 7.3.3: the outer element may be left out.
    private static readonly XName Root = XName.Get("xmpmeta", "adobe:ns:meta/"), Bare = Rdf + "RDF";

    // Kept by the programs that write the file, not by its author.
    private static readonly HashSet<string> Renewable = ["http://ns.adobe.com/xap/1.0/", "http://ns.adobe.com/xap/1.0/mm/", "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#"];

    /// <summary>Null when the bytes are no XMP: not well-formed, with a document type or entities, or with another root.</summary>
    public static IReadOnlyDictionary<string, string>? Read(ReadOnlyMemory<byte> packet)
    {
        if (packet.Length > MaxBytes)
            return null;
        // No document type, no entities, nothing fetched: metadata is read, never run.
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxBytes, IgnoreComments = true };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(packet.ToArray(), writable: false), settings);
            var document = XDocument.Load(reader, LoadOptions.None);
            return document.Root is { } top && (top.Name == Root || top.Name == Bare) ? Statements(document.Root) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static SortedDictionary<string, string> Statements(XElement root)
    {
        var statements = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var description in root.Descendants(Rdf + "Description"))
        {
            if (description.Ancestors().Any(a => a.Name.Namespace != Rdf && a.Name != Root))
                continue; // part of a structured value
            foreach (var attribute in description.Attributes())
                if (!attribute.IsNamespaceDeclaration && attribute.Name.Namespace != Rdf && attribute.Name.Namespace != XNamespace.Xml)
                    Add(attribute.Name, attribute.Value);
            foreach (var property in description.Elements())
                Add(property.Name, Text(property));
        }
        return statements;

        void Add(XName name, string text)
        {
            if (Renewable.Contains(name.NamespaceName) || name.LocalName == "Producer")
                return;
            var key = $"{{{name.NamespaceName}}}{name.LocalName}";
            statements[key] = statements.TryGetValue(key, out var known) ? known + "\n" + text : text;
        }
    }

    private static string Text(XElement property)
    {
        var parts = property.DescendantNodesAndSelf().OfType<XText>().Select(t => t.Value.Trim())
            .Concat(property.DescendantsAndSelf().Attributes().Where(a => !a.IsNamespaceDeclaration && a.Name.Namespace != Rdf && a.Name.Namespace != XNamespace.Xml).Select(a => a.Value.Trim()));
        return string.Join('\n', parts.Where(p => p.Length > 0));
    }
}
