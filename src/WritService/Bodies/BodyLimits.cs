namespace WritService.Bodies;

/// <summary>How much a body may weigh. The server itself cuts off at <see cref="Largest"/>.</summary>
/// <param name="Json">Bytes of a JSON body: case data and its envelope.</param>
/// <param name="Document">Bytes of one PDF.</param>
internal sealed record BodyLimits(long Json = 4 << 20, long Document = 64 << 20)
{
    /// <summary>Multipart framing and fields around the largest part.</summary>
    private const long Framing = 1 << 20;

    public long Largest => Math.Max(Json, Document) + Framing;
}
