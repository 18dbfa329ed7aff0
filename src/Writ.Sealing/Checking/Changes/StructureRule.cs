using Writ.Pdf;

namespace Writ.Sealing.Checking.Changes;

/// <summary>
/// The structure tree stays; it may only gain elements that hold nothing but the widgets of fields added in the same revision
/// (ISO 32000-2, 14.7).
/// </summary>
internal static class StructureRule
{
    private const int MaxElements = 500_000;

    public static void Examine(RevisionReview review)
    {
        var (before, after) = (review.OldCatalog["StructTreeRoot"], review.NewCatalog["StructTreeRoot"]);
        if (review.Graph.FirstDifference(before, after, 0) is not { } number)
            return;
        if (before is not PdfReference reference || !before.Equals(after) || review.Before.Get(reference) is not PdfDictionary old || review.After.Get(reference) is not PdfDictionary now
            || !new Growth(review).Allowed(reference, old, now))
            review.Forbid("structure-changed", "签章后结构树被改动", "the structure tree changed after sealing", number);
        else
            review.Note(new LaterChange(ChangeNature.Upkeep, "structure-grown", "结构树为新增签章域增加了节点", "the structure tree grew by elements of new seal fields", reference.Number));
    }

    private sealed class Growth(RevisionReview review)
    {
        private readonly HashSet<int> elements = [];

        public bool Allowed(PdfReference root, PdfDictionary old, PdfDictionary now)
        {
            review.Graph.Reach(root.Number);
            // Elements refer to each other (/P, parent tree): gather the old ones first, so that each is judged once.
            if (!Gather(root, old))
                return false;
            foreach (var number in elements)
                review.Graph.Judge(number);
            foreach (var key in TrailerRule.Keys(old, now))
                if (key is not ("K" or "ParentTree" or "ParentTreeNextKey") && !review.Graph.Same(old[key], now[key]))
                    return false;
            if (!Kids(old["K"], now["K"]) || !ParentTree(old["ParentTree"], now["ParentTree"]))
                return false;
            foreach (var number in elements)
                if (number != root.Number && !Element(number))
                    return false;
            return true;
        }

        private bool Gather(PdfReference root, PdfDictionary dictionary)
        {
            var waiting = new Stack<PdfObject>();
            elements.Add(root.Number);
            if (dictionary["K"] is { } top)
                waiting.Push(top);
            while (waiting.TryPop(out var next))
            {
                if (next is PdfReference reference)
                {
                    if (review.Before.Get(reference) is PdfArray row)
                    {
                        waiting.Push(row);
                        continue;
                    }
                    if (review.Before.Get(reference) is not PdfDictionary element || element.Name("Type") is "OBJR" or "MCR" || !elements.Add(reference.Number))
                        continue;
                    if (elements.Count > MaxElements)
                        return false;
                    if (element["K"] is { } kids)
                        waiting.Push(kids);
                }
                else if (next is PdfArray array)
                {
                    foreach (var kid in array)
                        waiting.Push(kid);
                }
                else if (next is PdfDictionary direct && direct["K"] is { } below)
                {
                    waiting.Push(below);
                }
            }
            return true;
        }

        private bool Element(int number)
        {
            var reference = new PdfReference(number, review.Before.Entry(number)?.Generation ?? 0);
            if (review.Before.Get(reference) is not PdfDictionary old || review.After.Get(reference) is not PdfDictionary now)
                return false;
            foreach (var key in TrailerRule.Keys(old, now))
                if (key != "K" && !review.Graph.Same(old[key], now[key]))
                    return false;
            return Kids(old["K"], now["K"]);
        }

        private bool Kids(PdfObject? before, PdfObject? after)
        {
            if (review.Graph.Same(before, after))
                return true;
            if (before is PdfReference held && review.Before.Get(held) is PdfArray)
                review.Graph.Reach(held.Number);
            if (after is PdfReference holds && review.After.Get(holds) is PdfArray && review.Graph.Existed(holds.Number) && !after.Equals(before))
                return false;
            var old = List(review.Before, before);
            var now = List(review.After, after);
            var next = 0;
            foreach (var kid in now)
            {
                if (next < old.Count && review.Graph.Same(old[next], kid))
                    next++;
                else if (!OnlyNewFields(kid, 0))
                    return false;
            }
            return next == old.Count;
        }

        private static IReadOnlyList<PdfObject> List(Revision view, PdfObject? kids) => kids switch
        {
            null => [],
            PdfArray array => array,
            PdfReference reference when view.Get(reference) is PdfArray array => array,
            _ => [kids],
        };

        // A new element: new object, no replacement text, and nothing below it but references to widgets of new fields.
        private bool OnlyNewFields(PdfObject kid, int depth)
        {
            if (depth > 8 || (kid is PdfReference reference && review.Graph.Existed(reference.Number)) || review.After.Resolve(kid) is not PdfDictionary element)
                return false;
            if (element.Name("Type") == "OBJR")
                return element["Obj"] is PdfReference widget && review.NewForm.Owner(widget.Number) is { IsSeal: true } && !review.Graph.Existed(widget.Number);
            if (element.Has("ActualText") || element.Has("E"))
                return false;
            var kids = List(review.After, element["K"]);
            return kids.Count > 0 && kids.All(k => OnlyNewFields(k, depth + 1));
        }

        private bool ParentTree(PdfObject? before, PdfObject? after)
        {
            if (review.Graph.Same(before, after))
                return true;
            if (before is not null && !before.Equals(after) && before is PdfReference && after is PdfReference other && review.Graph.Existed(other.Number))
                return false;
            var old = new Dictionary<long, PdfObject>();
            var now = new Dictionary<long, PdfObject>();
            if (!Flatten(review.Before, before, old, 0) || !Flatten(review.After, after, now, 0))
                return false;
            foreach (var (key, value) in old)
                if (!now.TryGetValue(key, out var kept) || !(review.Graph.Same(value, kept) || SameRow(value, kept)))
                    return false;
            return now.All(entry => old.ContainsKey(entry.Key) || OnlyNewFields(entry.Value, 0));
        }

        // The row of a page's elements may be written again as a new object, with the same elements in it.
        private bool SameRow(PdfObject before, PdfObject after) =>
            after is PdfReference fresh && !review.Graph.Existed(fresh.Number) && review.Before.Resolve(before) is PdfArray old && review.After.Resolve(after) is PdfArray now && review.Graph.Same(old, now);

        private bool Flatten(Revision view, PdfObject? node, Dictionary<long, PdfObject> entries, int depth)
        {
            if (depth > 32 || view.Resolve(node) is not PdfDictionary dictionary)
                return node is null;
            if (node is PdfReference reference)
                review.Graph.Reach(reference.Number);
            if (view.Resolve(dictionary["Nums"]) is PdfArray numbers)
            {
                if (dictionary["Nums"] is PdfReference held)
                    review.Graph.Reach(held.Number);
                for (var i = 0; i + 1 < numbers.Count; i += 2)
                    if (view.Resolve(numbers[i]) is not PdfInteger key || !entries.TryAdd(key.Value, numbers[i + 1]))
                        return false;
            }
            if (view.Resolve(dictionary["Kids"]) is PdfArray kids)
                foreach (var kid in kids)
                    if (!Flatten(view, kid, entries, depth + 1))
                        return false;
            return true;
        }
    }
}
