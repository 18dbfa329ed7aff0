using System.Security.Cryptography.X509Certificates;
using Writ.Pdf;
using Writ.Sealing.Cms;
using Writ.Sealing.Placing;

namespace Writ.Sealing;

/// <summary>
/// Seals documents by incremental updates only: every step gives the bytes it was given, untouched, and one revision more.
/// Pure: keys and authorities are asked between the steps, by the caller.
/// </summary>
public static class Sealer
{
    /// <summary>
    /// First half of a seal: the revision with room for the signature, and the digest to sign. Nothing is signed or stamped here.
    /// </summary>
    /// <returns>The prepared seal, or every reason why this key may not seal this document in this field now.</returns>
    public static SealOutcome<PreparedSeal> Prepare(PdfFile file, SealRequest request)
    {
        var problems = new List<SealProblem>(KeyFitness.Check(request.Key, request.Time));
        try
        {
            var form = DocumentForm.Read(file.Latest);
            if (UnfitDocument(file) is { } unfit)
                problems.Add(unfit);
            else if (UnfitField(file, form, request) is { } refused)
                problems.Add(refused);
            return problems.Count > 0 ? SealOutcome<PreparedSeal>.Refuse(problems) : Place(file, form, request);
        }
        catch (PdfFormatException e)
        {
            return SealProblem.DocumentUnreadable(e.Message);
        }
    }

    /// <summary>Reads the document strictly, then prepares; a file that would have to be mended is refused.</summary>
    public static SealOutcome<PreparedSeal> Prepare(ReadOnlyMemory<byte> document, SealRequest request)
    {
        var file = Read(document);
        return file.Succeeded ? Prepare(file.Value, request) : SealOutcome<PreparedSeal>.Refuse(file.Problems);
    }

    /// <summary>A document opened for sealing.</summary>
    public static SealOutcome<PdfFile> Read(ReadOnlyMemory<byte> document)
    {
        try
        {
            return PdfFile.OpenStrictly(document);
        }
        catch (PdfFormatException e)
        {
            return SealProblem.DocumentUnreadable(e.Message);
        }
    }

    /// <summary>
    /// The certificate paths whose revocation state level LT must prove: of every seal, its timestamp, and every document timestamp.
    /// Each path begins with the signer and ends with the root; paths that fresh proofs in the document cover are left out.
    /// </summary>
    public static SealOutcome<IReadOnlyList<IReadOnlyList<X509Certificate2>>> PathsToProve(PdfFile file, TrustAnchors trust, DateTimeOffset at)
    {
        try
        {
            var form = DocumentForm.Read(file.Latest);
            return form.Filled.Any() ? ProofPaths.Of(file.Latest, form, trust, at) : SealProblem.NothingSealed();
        }
        catch (Exception e) when (e is PdfFormatException or CmsFormatException)
        {
            return SealProblem.DocumentUnreadable(e.Message);
        }
    }

    /// <summary>Adds proofs to the document's security store (level LT); those that are there already are not written again.</summary>
    public static SealOutcome<SealedDocument> Extend(PdfFile file, ValidationData data)
    {
        try
        {
            var form = DocumentForm.Read(file.Latest);
            if (UnfitDocument(file) is { } unfit)
                return unfit;
            if (!form.Filled.Any())
                return SealProblem.NothingSealed();
            var update = new IncrementalUpdate(file);
            SecurityStore.Add(file.Latest, form, data, update);
            return new SealedDocument(update.Finish(), file.Bytes.Length, file.Revisions.Count + 1, []);
        }
        catch (PdfFormatException e)
        {
            return SealProblem.DocumentUnreadable(e.Message);
        }
    }

    /// <summary>First half of a document timestamp (level LTA): over everything the document holds so far, in a new invisible field.</summary>
    /// <param name="room">Bytes reserved for the token.</param>
    public static SealOutcome<PreparedTimestamp> PrepareTimestamp(PdfFile file, int room = 8 * 1024)
    {
        try
        {
            var form = DocumentForm.Read(file.Latest);
            if (UnfitDocument(file) is { } unfit)
                return unfit;
            if (!form.Filled.Any())
                return SealProblem.NothingSealed();
            var number = 1;
            while (form.Find($"Timestamp{number}") is not null)
                number++;

            var update = new IncrementalUpdate(file);
            var signature = update.Reserve();
            update.WriteSignature(signature, SealDictionary.OfTimestamp(), room);
            HiddenField.Add(form, update, $"Timestamp{number}", "文件时间戳 Document timestamp", signature, catalogChanges: null);
            return new PreparedTimestamp(Room(file, update));
        }
        catch (PdfFormatException e)
        {
            return SealProblem.DocumentUnreadable(e.Message);
        }
    }

    private static SealProblem? UnfitDocument(PdfFile file) =>
        file.Encrypted ? SealProblem.DocumentUnreadable("encrypted")
        : file.RepairReason is { } reason ? SealProblem.DocumentUnreadable(reason)
        : file.Anomalies.Count > 0 ? SealProblem.DocumentUnreadable(file.Anomalies[0].Message)
        : null;

    private static SealProblem? UnfitField(PdfFile file, DocumentForm form, SealRequest request)
    {
        if (SealHistory.ClosedBy(file.Latest, form) is { } closing)
            return SealProblem.DocumentClosed(closing);
        var first = !form.Filled.Any();
        var field = form.Find(request.Field);
        if (field is null)
            return first ? null : SealProblem.FieldMissing(request.Field);
        if (!field.IsSignature)
            return SealProblem.FieldWrongType(request.Field);
        if (field.IsFilled)
            return SealProblem.FieldTaken(request.Field);
        if (request.Act == SealAct.Certify && !first)
            return SealProblem.CertificationNotFirst(request.Field);
        return SealHistory.LockedBy(file.Latest, form, request.Field) is { } by ? SealProblem.DocumentLocked(request.Field, by) : null;
    }

    private static SealOutcome<PreparedSeal> Place(PdfFile file, DocumentForm form, SealRequest request)
    {
        var capacity = Capacity(request);
        if (capacity > SealDictionary.MaxString)
            return SealProblem.SpaceTooSmall(capacity, SealDictionary.MaxString);

        var field = form.Find(request.Field);
        PdfArray? references = null;
        if (request.Act == SealAct.Certify)
            references = SignatureReferences.Certification();
        else if (field is not null && file.Latest.Resolve(field.Dictionary["Lock"]) is PdfDictionary fieldLock)
            references = SignatureReferences.FieldLock(Direct(file, fieldLock), form.CatalogReference);

        var update = new IncrementalUpdate(file);
        var signature = update.Reserve();
        update.WriteSignature(signature, SealDictionary.OfSeal(request, references), capacity);
        request.Changes?.Invoke(update);
        // ISO 32000-2, 12.8.6: the certifying signature is the one /Perms names
        var perms = request.Act == SealAct.Certify ? PdfDictionary.Of(("DocMDP", signature)) : null;
        if (field is null)
        {
            HiddenField.Add(form, update, request.Field, request.Signer ?? request.Field, signature, perms);
        }
        else
        {
            var filled = field.Dictionary.With("V", signature);
            if (request.Appearance is { } draw)
                filled = filled.With("AP", PdfDictionary.Of(("N", draw(update, field.Box))));
            update.Write(field.Reference, filled);
            if (perms is not null)
                update.Write(form.CatalogReference, form.Catalog.With("Perms", perms));
        }

        return new PreparedSeal(Room(file, update), request.Key, request.Time);
    }

    private static SignatureRoom Room(PdfFile file, IncrementalUpdate update)
    {
        var finished = update.Finish();
        return new SignatureRoom(finished, file, update.Signature ?? throw new InvalidOperationException("No signature was written."));
    }

    /// <summary>The lock with its field list inside it, as the transform repeats it.</summary>
    private static PdfDictionary Direct(PdfFile file, PdfDictionary fieldLock) =>
        fieldLock["Fields"] is PdfReference list && file.Latest.Resolve(list) is PdfArray names ? fieldLock.With("Fields", names) : fieldLock;

    /// <summary>Certificates, signature, attributes and framing, rounded up; and what the caller wants for the timestamp.</summary>
    private static int Capacity(SealRequest request)
    {
        var certificates = request.Key.Certificate.RawDataMemory.Length + request.Key.Chain.Sum(c => c.RawDataMemory.Length);
        var names = request.Key.Certificate.IssuerName.RawData.Length;
        const int signatureAndFrame = 512 + 512; // RSA-4096, and identifiers, attributes and lengths
        const int identifier = 40; // each certificate of the chain is named in the attributes
        return (certificates + names + signatureAndFrame + (identifier * request.Key.Chain.Count) + request.TimestampRoom + 63) / 64 * 64;
    }
}
