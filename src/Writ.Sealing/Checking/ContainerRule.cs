using Writ.Pdf;

namespace Writ.Sealing.Checking;

/// <param name="Worst">What the container alone makes of the document.</param>
internal sealed record ContainerResult(Integrity Worst, IReadOnlyList<Finding> Findings);

/// <summary>The bytes from the first seal on are well-formed: in a sealed file nothing is mended, and nothing hides between or behind the objects.</summary>
internal static class ContainerRule
{
    public static ContainerResult Examine(PdfFile file, FoundSeals found)
    {
        var first = found.Seals.Min(s => s.Revision.Index);
        var findings = new List<Finding>();
        var worst = Integrity.IntactAndCovers;
        foreach (var anomaly in file.Anomalies)
        {
            var blank = anomaly.Kind == AnomalyKind.TrailingBlanks;
            findings.Add(Describe(anomaly, 0, blank ? FindingSeverity.Warning : FindingSeverity.Error));
            var made = blank ? Integrity.IntactWithAllowedLaterChanges : Integrity.DisallowedModification;
            worst = made > worst ? made : worst;
        }
        foreach (var revision in file.Revisions)
        {
            foreach (var anomaly in revision.Anomalies)
            {
                // What the first seal covers its signer has seen and signed; what follows has only its form to be trusted by.
                var later = revision.Index > first;
                var grave = later && anomaly.Kind is not (AnomalyKind.LooseXref or AnomalyKind.CommentBetweenObjects or AnomalyKind.CommentBeforeEnd);
                findings.Add(Describe(anomaly, revision.Index + 1, grave ? FindingSeverity.Error : FindingSeverity.Warning));
                if (grave)
                    worst = Integrity.DisallowedModification;
            }
        }
        return new ContainerResult(worst, findings);
    }

    private static Finding Describe(Anomaly anomaly, int revision, FindingSeverity severity) => new(
        "container-anomaly", severity, revision, $"文件结构异常({anomaly.Kind},字节 {anomaly.Offset}):{anomaly.Message}", $"{anomaly.Kind} at byte {anomaly.Offset}: {anomaly.Message}");
}
