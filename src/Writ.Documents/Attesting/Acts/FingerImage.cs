namespace Writ.Documents;

/// <summary>A print pressed on a reader or a pad (捺印): PNG or JPEG.</summary>
/// <param name="Finger">Which one: <c>right-</c> or <c>left-</c> with <c>thumb</c>, <c>index</c>, <c>middle</c>, <c>ring</c>, <c>little</c>; or <c>other</c>.</param>
public sealed record FingerImage(string Finger, ReadOnlyMemory<byte> Picture);
