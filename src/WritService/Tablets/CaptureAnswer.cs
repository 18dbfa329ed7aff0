using Writ.Outside;

namespace WritService.Tablets;

/// <summary>A sealed capture.</summary>
/// <param name="Capture">Compact JWS, type <c>writ-capture+jws</c>, signed by the attestation seal with the time of receipt.</param>
/// <param name="Sha256">Digest of the file it is bound to, hex.</param>
/// <param name="Slots">The slots it settles.</param>
/// <param name="Act">What was done.</param>
/// <param name="Person">Who did it.</param>
internal sealed record CaptureAnswer(string Capture, string Sha256, IReadOnlyList<string> Slots, string Act, string Person)
{
    public static CaptureAnswer Of(TabletOutcome.Signed signed) => new(
        signed.Compact, signed.Capture!.Sha256, [.. signed.Facts.GetProperty("slots").EnumerateArray().Select(slot => slot.GetString()!)],
        signed.Facts.GetProperty("act").GetString()!, signed.Facts.GetProperty("person").GetProperty("name").GetString()!);
}
