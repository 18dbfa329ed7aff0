namespace Writ.Documents;

/// <summary>Ink for one page, from 1; or for <see cref="Every"/> page by the signer's express wish; or for the <see cref="Only"/> page of a slot that has no other.</summary>
public sealed record PageInk(int Page, Ink Ink)
{
    public const int Every = 0;
    public const int Only = -1;
}
