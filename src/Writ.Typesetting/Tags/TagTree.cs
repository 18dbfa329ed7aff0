using System.Collections.Immutable;

namespace Writ.Typesetting;

/// <summary>The tag tree while it grows. Nodes are numbered in the order they are opened.</summary>
internal sealed class TagTree
{
    private readonly List<Node> nodes = [];
    private int headingLevel;

    internal int Root => 0;

    /// <summary>Adds a node below a parent; a parent of -1 is the artifact's: nothing is added and -1 comes back.</summary>
    internal int Add(TagRole role, int parent, ManuscriptLocation location, TagAttributes? attributes = null)
    {
        if (parent < 0 && nodes.Count > 0)
            return -1;
        int index = nodes.Count;
        nodes.Add(new Node(role, parent, location, attributes ?? TagAttributes.Empty));
        if (parent >= 0)
            nodes[parent].Children.Add(index);
        return index;
    }

    /// <summary>Takes back a node and all that were added after it: what they tag is not set.</summary>
    internal void Withdraw(int index)
    {
        for (int last = nodes.Count - 1; last >= index; last--)
        {
            if (nodes[last].Parent >= 0)
                nodes[nodes[last].Parent].Children.Remove(last);
            nodes.RemoveAt(last);
        }
    }

    /// <summary>A heading of the asked level, or one below the last where a level would be skipped (ISO 14289-1, 7.4.2).</summary>
    internal TagRole Heading(int level)
    {
        headingLevel = Math.Min(level, headingLevel + 1);
        return headingLevel switch { 1 => TagRole.H1, 2 => TagRole.H2, _ => TagRole.H3 };
    }

    internal ImmutableArray<TagNode> ToNodes()
    {
        ImmutableArray<TagNode>.Builder built = ImmutableArray.CreateBuilder<TagNode>(nodes.Count);
        for (int index = 0; index < nodes.Count; index++)
        {
            Node node = nodes[index];
            built.Add(new TagNode(index, node.Role, node.Attributes, node.Parent, [.. node.Children], node.Location));
        }
        return built.MoveToImmutable();
    }

    private sealed class Node(TagRole role, int parent, ManuscriptLocation location, TagAttributes attributes)
    {
        internal TagRole Role { get; } = role;

        internal int Parent { get; } = parent;

        internal ManuscriptLocation Location { get; } = location;

        internal TagAttributes Attributes { get; } = attributes;

        internal List<int> Children { get; } = [];
    }
}
