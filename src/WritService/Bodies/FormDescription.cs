namespace WritService.Bodies;

/// <summary>Endpoint metadata: what a form holds beside the document, for the contract; and whether each part may be repeated.</summary>
internal sealed record FormDescription(params IReadOnlyList<(string Name, bool Many)> Texts);
