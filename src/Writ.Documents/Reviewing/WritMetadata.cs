using System.Xml;
using System.Xml.Linq;
using Writ.Pdf;

namespace Writ.Documents;

/// <summary>Reads the writ's properties back from the XMP of a revision.</summary>
internal static class WritMetadata
{
    private const int LongestPacket = 1 << 20;

    /// <summary>The properties by name, none when there are no metadata or none that can be read; a name given twice is no name.</summary>
    /// <exception cref="PdfFormatException">The stream cannot be decoded.</exception>
    public static IReadOnlyDictionary<string, string> Read(Revision view)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        if (view.Resolve(view.Catalog["Metadata"]) is not PdfStream stream || view.Decode(stream) is not { Length: <= LongestPacket } packet) return found;
        try
        {
            using var text = new MemoryStream(packet.ToArray(), writable: false);
            using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            XNamespace writ = WritIdentity.Namespace;
            foreach (var named in XDocument.Load(reader).Descendants().Where(element => element.Name.Namespace == writ).GroupBy(element => element.Name.LocalName))
                if (named.Count() == 1) found.Add(named.Key, named.Single().Value);
        }
        catch (XmlException)
        {
            // Metadata that are no XML say nothing; that the hash is missing from them becomes a finding.
            return found;
        }
        return found;
    }
}
