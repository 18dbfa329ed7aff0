using QRCoder;
using Writ.Pdf;

namespace Writ.Documents.Rendering;

/// <summary>A QR code (ISO/IEC 18004, error correction M, quiet zone of four modules) as filled rectangles, one per run of dark modules.</summary>
internal static class CodeDrawing
{
    public static void Draw(ContentWriter content, string value, double left, double bottom, double size)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(value, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var module = size / rows.Count;
        content.FillGray(0);
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows.Count; x++)
            {
                if (!rows[y][x]) continue;
                var start = x;
                while (x + 1 < rows.Count && rows[y][x + 1]) x++;
                content.Rectangle(left + (start * module), bottom + ((rows.Count - 1 - y) * module), (x - start + 1) * module, module);
            }
        }
        content.Fill();
    }
}
