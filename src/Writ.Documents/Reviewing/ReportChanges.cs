using System.Text;
using Writ.Sealing;

namespace Writ.Documents;

/// <summary>What was changed after each seal, once, although every earlier seal notices it.</summary>
internal static class ReportChanges
{
    public static void Write(StringBuilder page, Report report)
    {
        ReportPage.Heading(page, "签章后的改动", "Changes after sealing");
        ReportPage.Findings(page, report.Seals.SelectMany(seal => seal.Findings.Where(finding => finding.Revision > seal.Revision)).Distinct().OrderBy(finding => finding.Revision));
    }
}
