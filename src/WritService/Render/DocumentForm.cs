namespace WritService.Render;

/// <summary>How a document travels back.</summary>
internal enum DocumentForm
{
    /// <summary>Its bytes.</summary>
    Pdf,

    /// <summary>JSON: base64, with the receipt.</summary>
    Json,
}
