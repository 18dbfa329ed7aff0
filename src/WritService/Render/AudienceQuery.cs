using Writ.Documents;
using WritService.Problems;

namespace WritService.Render;

/// <summary>For whom a document is asked for, and what it is derived from: the query members <c>audience</c>, <c>original</c>, <c>originalDigest</c>.</summary>
internal static class AudienceQuery
{
    /// <summary>What is asked for, or the problem with it. A masked document is never sealed: <paramref name="seal"/> must be null then.</summary>
    public static ProblemAnswer? Read(string audience, string? original, string? originalDigest, string? seal, out Derivation derivation)
    {
        derivation = new Derivation(audience switch { "party" => Audience.Party, "public" => Audience.Public, _ => Audience.Internal }, original, originalDigest);
        if (audience is not ("internal" or "party" or "public"))
            return Invalid("audience 只能是 internal、party 或者 public。", "audience can only be internal, party or public.");
        if (original is not null && !Derivation.IsId(original))
            return Invalid("original 应为原文书的标识（26 个字符）。", "original must be the id of the original document (26 characters).");
        if (originalDigest is not null && !Derivation.IsDigest(originalDigest))
            return Invalid("originalDigest 应为原文件的 SHA-256（64 位小写十六进制）。", "originalDigest must be the SHA-256 of the original file (64 lower-case hexadecimal digits).");
        if (derivation.Audience == Audience.Internal)
            return original is null && originalDigest is null ? null : Invalid("只有向当事人提供或者公开的文书才写明原文书。", "Only a document for the party or the public names its original.");
        return seal is null ? null : Invalid("经遮盖的文书不是原文书，不能签章。", "A masked document is not the writ; it cannot be sealed.");
    }

    private static ProblemAnswer Invalid(string zh, string en) => ProblemAnswer.Of(ProblemKinds.InvalidQuery, zh, en);
}
