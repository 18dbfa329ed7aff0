namespace WritService.Pages;

/// <summary>Section <c>Writ:Pad</c>: the page for signature tablets.</summary>
/// <param name="Openers">Origins (<c>https://cases.example</c>) whose pages may open <c>/pad</c>, hand over ticket and document, and be handed the capture.</param>
internal sealed record PadSettings(IReadOnlyList<string>? Openers = null)
{
    /// <exception cref="InvalidDataException">An opener is not a bare origin.</exception>
    public PadSettings Checked() => Openers?.FirstOrDefault(static opener => !IsOrigin(opener)) is { } wrong
        ? throw new InvalidDataException($"Writ:Pad:Openers names '{wrong}', which is no origin such as https://cases.example")
        : this;

    private static bool IsOrigin(string opener) =>
        Uri.TryCreate(opener, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) && address.GetLeftPart(UriPartial.Authority) == opener;
}
