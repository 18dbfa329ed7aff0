using Writ.Pdf;
using Writ.Sealing.Checking.Seals;

namespace Writ.Sealing.Checking;

/// <summary>What is odd in the bytes the first seal covers: its signer has signed it, so it breaks nothing, but a reader should know.</summary>
internal static class ContainerFindings
{
    private const int MaxFindings = 50;

    public static IEnumerable<Finding> Of(PdfFile file, FoundSeals found)
    {
        var first = found.Seals.Min(s => s.Revision.Index);
        return file.Anomalies
            .Concat(file.Revisions.Where(r => r.Index <= first).SelectMany(r => r.Anomalies))
            .Take(MaxFindings)
            .Select(anomaly => new Finding("container-anomaly", FindingSeverity.Warning, 0,
                $"文件结构异常：{FormatReasons.Zh(anomaly.Kind)}（第 {anomaly.Offset} 字节处）", $"{anomaly.Kind} at byte {anomaly.Offset}: {anomaly.Message}"));
    }
}
