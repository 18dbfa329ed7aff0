using System.Text.Json;
using Writ.Pdf;

namespace Writ.Documents.Packs;

/// <summary>
/// <c>image</c>: a PNG or JPEG in base64 (RFC 4648, section 4), of at most 8 MB. A JPEG goes into the document as it is; a PNG is decoded, and may
/// therefore have fewer pixels.
/// </summary>
internal static class ImageFormat
{
    private const int LargestFile = 8 << 20;
    private static readonly ImageLimits Jpeg = new(LargestFile, Pixels: 60_000_000), Png = new(LargestFile, Pixels: 16_000_000);

    public static void Check(JsonElement value, in Place place, ProblemList problems)
    {
        // Base64 turns three bytes into four characters: what is longer is not even decoded.
        if (!Fits(value) || !value.TryGetBytesFromBase64(out var file))
        {
            problems.Add("data-image-invalid", place, $"应为Base64写成的PNG或者JPEG图片，不超过{LargestFile >> 20}MB", $"must be a PNG or JPEG in base64 of at most {LargestFile >> 20} MB");
            return;
        }
        try
        {
            PreparedImage.Inspect(file, file is [0x89, ..] ? Png : Jpeg);
        }
        catch (PdfFormatException fault)
        {
            problems.Add("data-image-invalid", place, $"不是可以存档的PNG或者JPEG图片（{fault.Message}）", $"is no PNG or JPEG that can be archived ({fault.Message})");
        }
    }

    private static bool Fits(JsonElement value) => System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(value).Length is > 2 and <= LargestFile / 3 * 4 + 8;
}
