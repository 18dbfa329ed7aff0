namespace Writ.Typesetting;

/// <summary>An image with the size it will have on the page, in pt.</summary>
internal sealed record PlacedImage(string Source, ReadOnlyMemory<byte> File, double Width, double Height);
