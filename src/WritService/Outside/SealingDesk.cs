using Writ.Pdf;
using Writ.Sealing;

namespace Writ.Outside;

/// <summary>
/// Where the pure halves of sealing meet the outside: key, timestamp authority and revocation sources are asked between them.
/// Either the whole level is reached or nothing is given back.
/// </summary>
/// <param name="authority">Null only where no level above B is ever asked for.</param>
/// <param name="revocation">Null only where no level above T is ever asked for.</param>
internal sealed class SealingDesk(ITimestampAuthority? authority, RevocationSources? revocation, TrustAnchors trust, TimeProvider clock)
{
    /// <summary>Seals and brings the document to the level.</summary>
    public async Task<SealOutcome<SealedDocument>> SealAsync(ReadOnlyMemory<byte> document, SealRequest request, SealLevel level, CancellationToken cancellation)
    {
        var opened = Sealer.Read(document);
        return opened.Succeeded ? await SealAsync(opened.Value, request, level, cancellation) : SealOutcome<SealedDocument>.Refuse(opened.Problems);
    }

    /// <summary>
    /// Seals a document that was read already, and strictly. A certificate that is known to be revoked seals nothing at any level; below LT one
    /// of which nothing is known may seal.
    /// </summary>
    public async Task<SealOutcome<SealedDocument>> SealAsync(PdfFile document, SealRequest request, SealLevel level, CancellationToken cancellation)
    {
        if (level == SealLevel.B)
            request = request with { TimestampRoom = 0 };
        var prepared = Sealer.Prepare(document, request);
        if (!prepared.Succeeded)
            return SealOutcome<SealedDocument>.Refuse(prepared.Problems);

        if (revocation is not null && request.Key.Chain is [var issuer, ..] && await revocation.FindRevokedAsync(request.Key.Certificate, issuer, cancellation) is { } revoked)
            return revoked;

        var signature = await request.Key.SignAsync(prepared.Value.DigestToSign, cancellation);
        if (!signature.Succeeded)
            return SealOutcome<SealedDocument>.Refuse(signature.Problems);

        TimestampToken? token = null;
        if (level >= SealLevel.T)
        {
            var stamped = await Authority.StampAsync(PreparedSeal.DigestToStamp(signature.Value), cancellation);
            if (!stamped.Succeeded)
                return SealOutcome<SealedDocument>.Refuse(stamped.Problems);
            token = stamped.Value;
        }
        var completed = prepared.Value.Complete(signature.Value, token);
        if (!completed.Succeeded || level <= SealLevel.T)
            return completed;
        var extended = await ExtendAsync(completed.Value.Bytes, level, cancellation);
        return extended.Succeeded
            ? extended.Value with { OriginalLength = document.Bytes.Length, SealTimes = [.. completed.Value.SealTimes, .. extended.Value.SealTimes] }
            : extended;
    }

    /// <summary>
    /// Adds what is missing for the level: proofs (LT), and a document timestamp over them (LTA). Run again later it renews: proofs for the
    /// last timestamp's authority, and a new timestamp.
    /// </summary>
    public async Task<SealOutcome<SealedDocument>> ExtendAsync(ReadOnlyMemory<byte> document, SealLevel level, CancellationToken cancellation)
    {
        var opened = Sealer.Read(document);
        return opened.Succeeded ? await ExtendAsync(opened.Value, level, cancellation) : SealOutcome<SealedDocument>.Refuse(opened.Problems);
    }

    /// <summary>Extends a document that was read already, and strictly.</summary>
    public async Task<SealOutcome<SealedDocument>> ExtendAsync(PdfFile document, SealLevel level, CancellationToken cancellation)
    {
        if (level < SealLevel.LT)
            throw new ArgumentOutOfRangeException(nameof(level), "A seal is extended to LT or LTA.");
        var paths = Sealer.PathsToProve(document, trust, clock.GetUtcNow());
        if (!paths.Succeeded)
            return SealOutcome<SealedDocument>.Refuse(paths.Problems);
        var proofs = ValidationData.Empty;
        foreach (var path in paths.Value)
        {
            var found = await Revocation.CollectAsync(path, cancellation);
            if (!found.Succeeded)
                return SealOutcome<SealedDocument>.Refuse(found.Problems);
            proofs = proofs.With(found.Value);
        }
        // Everything proven already: the document is what it was asked to be, or only wants its timestamp.
        var extended = proofs.IsEmpty ? new SealedDocument(document.Bytes, document.Bytes.Length, document.Revisions.Count, []) : Sealer.Extend(document, proofs);
        if (!extended.Succeeded || level == SealLevel.LT)
            return extended;

        var timestamp = Sealer.PrepareTimestamp(PdfFile.OpenStrictly(extended.Value.Bytes));
        if (!timestamp.Succeeded)
            return SealOutcome<SealedDocument>.Refuse(timestamp.Problems);
        var token = await Authority.StampAsync(timestamp.Value.DigestToStamp, cancellation);
        if (!token.Succeeded)
            return SealOutcome<SealedDocument>.Refuse(token.Problems);
        var archived = timestamp.Value.Complete(token.Value);
        return archived.Succeeded ? archived.Value with { OriginalLength = document.Bytes.Length } : archived;
    }

    private ITimestampAuthority Authority => authority ?? throw new InvalidOperationException("No timestamp authority is configured.");

    private RevocationSources Revocation => revocation ?? throw new InvalidOperationException("No revocation sources are configured.");
}
