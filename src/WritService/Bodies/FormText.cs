namespace WritService.Bodies;

/// <summary>A part of a form that is text.</summary>
/// <param name="Words">What it is, in Chinese and English.</param>
/// <param name="Example">One as it would be sent; null where it cannot be made up, as what somebody signed.</param>
/// <param name="Many">It may be repeated.</param>
internal sealed record FormText(string Name, string Words, string? Example = null, bool Many = false);
