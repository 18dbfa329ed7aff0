namespace WritService.Bodies;

/// <summary>Endpoint metadata: what a form holds beside the document, for the contract.</summary>
internal sealed record FormDescription(params IReadOnlyList<FormText> Texts);
