using Writ.Pdf;

namespace Writ.Sealing.Checking.Changes;

/// <summary>
/// The security store may grow at any time. It is never taken away, its entries about single signatures (/VRI) are never lost, and
/// proofs are streams of their own that nothing else is (ISO 32000-2, 12.8.4.3).
/// </summary>
internal static class SecurityStoreRule
{
    private static readonly string[] Lists = ["Certs", "OCSPs", "CRLs"];
    private static readonly string[] RelatedLists = ["Cert", "OCSP", "CRL"];

    public static void Examine(RevisionReview review)
    {
        var (before, after) = (review.OldCatalog["DSS"], review.NewCatalog["DSS"]);
        if (before is null && after is null || review.Graph.Same(before, after))
            return;
        if (!review.IsFreshOrSame(before, after, "security-store-misled", "安全存储（/DSS）", "the security store (/DSS)"))
            return;
        if (after is null)
        {
            Refuse(review, "security-store-removed", "被删除", "was removed");
            return;
        }
        var old = review.Before.Resolve(before) as PdfDictionary ?? PdfDictionary.Empty;
        if (review.After.Resolve(after) is not PdfDictionary now)
        {
            Refuse(review, "security-store-malformed", "不是字典", "is no dictionary");
            return;
        }
        foreach (var entry in now.Entries)
            if (!Lists.Contains(entry.Key) && entry.Key is not ("Type" or "VRI"))
                Refuse(review, "security-store-malformed", $"含有 /{entry.Key}", $"holds /{entry.Key}");
        foreach (var list in Lists)
            Proofs(review, old, now, list);
        Related(review, old, now);
        review.Note(new LaterChange(ChangeNature.Upkeep, "validation-data-added", "新增验证资料（/DSS）", "validation data was added (/DSS)"));
    }

    private static void Proofs(RevisionReview review, PdfDictionary old, PdfDictionary now, string key)
    {
        if (now[key] is not { } value)
        {
            if (old.Has(key))
                review.Graph.ReachOld(old[key]);
            return;
        }
        if (!review.IsFreshOrSame(old[key], value, "security-store-misled", $"安全存储的 /{key}", $"/{key} of the security store"))
            return;
        // EN 319 142-1, 5.4.2: proofs that are no longer needed may go; what stays may not become another.
        review.Graph.ReachOld(old[key]);
        Streams(review, value, key);
    }

    private static void Streams(RevisionReview review, PdfObject value, string key)
    {
        if (review.After.Resolve(value) is not PdfArray proofs)
        {
            Refuse(review, "security-store-malformed", $"的 /{key} 不是数组", $"has a /{key} that is no array");
            return;
        }
        foreach (var proof in proofs)
        {
            if (proof is not PdfReference reference)
            {
                Refuse(review, "security-store-malformed", $"的 /{key} 含有非引用成员", $"has a member of /{key} that is no reference");
                return;
            }
            switch (review.After.Get(reference))
            {
                case PdfStream when review.Graph.Existed(reference.Number):
                    review.Unchanged(reference, reference, "security-store-misled", "已有的验证资料", "older validation data", reference.Number);
                    break;
                case PdfStream:
                    review.Graph.NewBelow(reference);
                    break;
                case PdfNull:
                    // A proof that is not there proves nothing and hides nothing.
                    review.Note(new LaterChange(ChangeNature.Upkeep, "validation-data-missing", $"验证资料 {reference.Number} 缺失", $"the validation data {reference.Number} is missing", reference.Number));
                    break;
                default:
                    Refuse(review, "security-store-malformed", $"的 /{key} 含有不是流的成员", $"has a member of /{key} that is no stream");
                    return;
            }
        }
    }

    private static void Related(RevisionReview review, PdfDictionary old, PdfDictionary now)
    {
        if (!old.Has("VRI") && !now.Has("VRI"))
            return;
        if (!review.IsFreshOrSame(old["VRI"], now["VRI"], "security-store-misled", "安全存储的 /VRI", "/VRI of the security store"))
            return;
        var was = review.Before.Resolve(old["VRI"]) as PdfDictionary ?? PdfDictionary.Empty;
        if (review.After.Resolve(now["VRI"]) is not PdfDictionary entries)
        {
            Refuse(review, "security-store-malformed", now.Has("VRI") ? "的 /VRI 不是字典" : "的 /VRI 被删除", now.Has("VRI") ? "has a /VRI that is no dictionary" : "lost its /VRI");
            return;
        }
        foreach (var entry in was.Entries)
            if (entry.Key != "Type" && !entries.Has(entry.Key))
                Refuse(review, "security-store-entry-removed", $"的 /VRI 条目 {entry.Key} 被删除", $"lost the entry {entry.Key} of /VRI");
        foreach (var entry in entries.Entries)
            if (entry.Key != "Type")
                Entry(review, entry.Key, was[entry.Key], entry.Value);
    }

    private static void Entry(RevisionReview review, string name, PdfObject? before, PdfObject after)
    {
        if (review.Graph.Same(before, after))
            return;
        // 12.8.4.4: the name is the SHA-1 of the signature in hexadecimal; some programs take another hash.
        if (before is null && (name.Length is not (40 or 64 or 96 or 128) || !name.All(char.IsAsciiHexDigit)))
            Refuse(review, "security-store-malformed", $"的 /VRI 条目名 {name} 不合规范", $"has an entry of /VRI named {name}");
        if (!review.IsFreshOrSame(before, after, "security-store-misled", $"/VRI 条目 {name}", $"the entry {name} of /VRI"))
            return;
        var old = review.Before.Resolve(before) as PdfDictionary ?? PdfDictionary.Empty;
        if (review.After.Resolve(after) is not PdfDictionary now)
        {
            Refuse(review, "security-store-malformed", $"的 /VRI 条目 {name} 不是字典", $"has an entry {name} of /VRI that is no dictionary");
            return;
        }
        foreach (var part in now.Entries)
            if (!RelatedLists.Contains(part.Key) && part.Key is not ("Type" or "TU" or "TS"))
                Refuse(review, "security-store-malformed", $"的 /VRI 条目含有 /{part.Key}", $"has an entry of /VRI with /{part.Key}");
        foreach (var list in RelatedLists)
        {
            Proofs(review, old, now, list);
            // The older revision still holds what is left out; it is told, because a later reader may look in the last one only.
            if (old.Has(list) && !Superset(review, old[list], now[list]))
                review.Note(new LaterChange(ChangeNature.Upkeep, "validation-data-dropped", $"签章后 /VRI 条目 {name} 的部分验证资料被移出", $"after sealing proofs of the entry {name} of /VRI were left out"));
        }
        if (now["TS"] is { } stamp && review.After.Resolve(stamp) is not PdfStream)
            Refuse(review, "security-store-malformed", $"的 /VRI 时间戳不是流", "has a timestamp in /VRI that is no stream");
        review.Graph.ReachOld(old["TS"]);
        review.Graph.NewBelow(now["TS"]);
    }

    // The same proofs may be kept in other objects: what counts is their bytes.
    private static bool Superset(RevisionReview review, PdfObject? before, PdfObject? after)
    {
        var old = review.Before.Resolve(before) as PdfArray ?? PdfArray.Empty;
        var now = (review.After.Resolve(after) as PdfArray ?? PdfArray.Empty).ToHashSet();
        if (old.All(now.Contains))
            return true;
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var proof in now)
            if (Hash(review.After, proof) is { } hash)
                kept.Add(hash);
        return old.All(proof => now.Contains(proof) || (Hash(review.Before, proof) is { } hash && kept.Contains(hash)));
    }

    private static string? Hash(Revision view, PdfObject proof) =>
        view.Resolve(proof) is PdfStream data ? Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(view.Decode(data).Span)) : null;

    private static void Refuse(RevisionReview review, string code, string zh, string en) => review.Forbid(code, $"签章后安全存储{zh}", $"after sealing the security store {en}");
}
