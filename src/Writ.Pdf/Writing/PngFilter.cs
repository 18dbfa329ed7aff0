namespace Writ.Pdf;

/// <summary>The five line filters of PNG (ISO/IEC 15948, 9.2), which PDF uses as predictors 10 to 15 (ISO 32000-2, 7.4.4.4).</summary>
internal static class PngFilter
{
    /// <param name="line">Filtered bytes, replaced by what they stand for.</param>
    /// <param name="above">The line above, already unfiltered; zeros for the first.</param>
    /// <param name="step">Bytes of one pixel, at least one.</param>
    public static void Undo(int filter, Span<byte> line, ReadOnlySpan<byte> above, int step)
    {
        unchecked
        {
            switch (filter)
            {
                case 1:
                    for (var i = step; i < line.Length; i++) line[i] += line[i - step];
                    break;
                case 2:
                    for (var i = 0; i < line.Length; i++) line[i] += above[i];
                    break;
                case 3:
                    for (var i = 0; i < line.Length; i++) line[i] += (byte)(((i >= step ? line[i - step] : 0) + above[i]) / 2);
                    break;
                case 4:
                    for (var i = 0; i < line.Length; i++)
                        line[i] += i >= step ? Paeth(line[i - step], above[i], above[i - step]) : above[i];
                    break;
            }
        }
    }

    // 9.4: the neighbour nearest to left + up − upper left, in this order.
    private static byte Paeth(int left, int up, int upperLeft)
    {
        var estimate = left + up - upperLeft;
        var (a, b, c) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - upperLeft));
        return (byte)(a <= b && a <= c ? left : b <= c ? up : upperLeft);
    }
}
