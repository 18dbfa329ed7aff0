namespace Writ.Sealing.Cms;

/// <summary>An attribute of a signer: its type and its values, each a whole element.</summary>
internal sealed record CmsAttribute(string Oid, IReadOnlyList<ReadOnlyMemory<byte>> Values)
{
    public static IReadOnlyList<CmsAttribute> ReadAll(DerCursor set)
    {
        var all = new List<CmsAttribute>();
        while (set.HasMore)
        {
            var attribute = set.ReadSequence();
            var oid = attribute.ReadOid();
            var members = attribute.ReadSet();
            attribute.EnsureEnd("Attribute");
            var values = new List<ReadOnlyMemory<byte>>();
            while (members.HasMore)
                values.Add(members.ReadElement());
            all.Add(new CmsAttribute(oid, values));
        }
        return all;
    }
}
