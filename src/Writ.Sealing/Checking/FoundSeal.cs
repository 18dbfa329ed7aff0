using Writ.Pdf;

namespace Writ.Sealing.Checking;

/// <summary>A filled signature field as it stood in the revision that filled it.</summary>
/// <param name="Number">Object number of the signature dictionary; 0 when it stands inside the field.</param>
internal sealed record FoundSeal(string Field, PdfReference FieldReference, PdfDictionary FieldDictionary, PdfDictionary Signature, int Number, Revision Revision)
{
    public bool IsTimestamp => Signature.Name("SubFilter") == SignatureRule.Rfc3161 || Signature.Name("Type") == "DocTimeStamp";
}

/// <summary>All seals of all revisions, and what went wrong in finding them.</summary>
/// <param name="Stripped">Seals that a later revision removed or exchanged, with the number of that revision (from 1).</param>
internal sealed record FoundSeals(IReadOnlyList<FoundSeal> Seals, IReadOnlyList<string> Empty, IReadOnlyList<(FoundSeal Seal, int Revision, string Problem)> Stripped, IReadOnlyList<Finding> Findings);
