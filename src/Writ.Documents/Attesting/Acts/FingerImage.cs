namespace Writ.Documents;

/// <summary>A print pressed on a reader or a pad (捺印): PNG or JPEG.</summary>
/// <param name="Finger">Which one: <c>right-index</c> …</param>
public sealed record FingerImage(string Finger, ReadOnlyMemory<byte> Picture);
