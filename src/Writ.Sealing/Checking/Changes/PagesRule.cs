using Writ.Pdf;

namespace Writ.Sealing.Checking.Changes;

/// <summary>Pages keep their order, their boxes, their content and everything they use; only /Annots has a rule of its own (ISO 32000-2, 7.7.3).</summary>
internal static class PagesRule
{
    private const int MaxDepth = 64;

    public static void Examine(RevisionReview review)
    {
        var (before, after) = (review.OldCatalog["Pages"], review.NewCatalog["Pages"]);
        if (before is null || !before.Equals(after))
        {
            review.Forbid("page-tree-changed", "签章后页面树被替换", "the page tree was exchanged after sealing");
            return;
        }
        // Pages refer to each other (/Parent, destinations): all of them are judged here, so mark them first.
        var nodes = new List<(PdfReference Reference, bool Leaf)>();
        if (!Gather(review, before as PdfReference, nodes, [], 0))
        {
            review.Forbid("page-tree-changed", "页面树不合规范", "the page tree is malformed");
            return;
        }
        foreach (var (reference, _) in nodes)
            review.Graph.Judge(reference.Number);
        var page = 0;
        foreach (var (reference, leaf) in nodes)
            if (leaf)
                Leaf(review, reference, ++page);
            else
                Node(review, reference);
    }

    private static bool Gather(RevisionReview review, PdfReference? reference, List<(PdfReference, bool)> nodes, HashSet<int> seen, int depth)
    {
        if (reference is null || depth > MaxDepth || !seen.Add(reference.Number) || review.Before.Get(reference) is not PdfDictionary node)
            return false;
        var kids = review.Before.Resolve(node["Kids"]) as PdfArray;
        nodes.Add((reference, kids is null));
        if (kids is not null)
            foreach (var kid in kids)
                if (!Gather(review, kid as PdfReference, nodes, seen, depth + 1))
                    return false;
        return true;
    }

    private static void Node(RevisionReview review, PdfReference reference)
    {
        var before = (PdfDictionary)review.Before.Get(reference);
        if (review.After.Get(reference) is not PdfDictionary after)
        {
            review.Forbid("page-tree-changed", "签章后页面树节点被删除或替换", "a node of the page tree was removed or replaced after sealing", reference.Number);
            return;
        }
        foreach (var key in TrailerRule.Keys(before, after))
            review.Unchanged(before[key], after[key], "page-tree-changed", "页面树", "the page tree", reference.Number);
    }

    private static void Leaf(RevisionReview review, PdfReference reference, int number)
    {
        var before = (PdfDictionary)review.Before.Get(reference);
        if (review.After.Get(reference) is not PdfDictionary after)
        {
            review.Forbid("page-removed", $"签章后第 {number} 页被删除或替换", $"page {number} was removed or replaced after sealing", reference.Number, number);
            return;
        }
        foreach (var key in TrailerRule.Keys(before, after))
        {
            if (key == "Annots")
                continue;
            if (key == "Tabs" && !before.Has("Tabs"))
            {
                // 12.5.1: the order in which fields are visited; signing programs of tagged documents add that of the structure with the first field.
                var structural = review.After.Resolve(after["Tabs"]) is PdfName { Value: "S" };
                review.Note(new LaterChange(structural ? ChangeNature.Filling : ChangeNature.Annotating, "tab-order-set", $"第 {number} 页设置了切换顺序", $"page {number} was given a tab order", reference.Number, number));
                continue;
            }
            review.Unchanged(before[key], after[key], "page-changed", $"第 {number} 页的 /{key} ", $"/{key} of page {number}", reference.Number, number);
        }
        AnnotationsRule.Examine(review, before, after, reference.Number, number);
    }
}
