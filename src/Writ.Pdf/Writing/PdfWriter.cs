using System.Security.Cryptography;

namespace Writ.Pdf;

/// <summary>Writes a new file: PDF 1.7, classical cross-reference table, objects numbered 1…n without holes, no /Info. Same calls, same bytes.</summary>
public sealed class PdfWriter : ObjectWriter
{
    private readonly List<int> offsets = [0];
    private bool finished;

    public PdfWriter() : base(origin: 0, capacity: 64 * 1024)
    {
        // ISO 32000-2, 7.5.2: the second line tells transfer programs that the file is binary; ISO 19005-3, 6.1.2 demands it.
        Buffer.Append("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
    }

    /// <summary>Bytes written so far.</summary>
    public int Length => Position;

    /// <summary>Objects reserved so far.</summary>
    public int Count => offsets.Count - 1;

    public override PdfReference Reserve()
    {
        offsets.Add(0);
        return new PdfReference(offsets.Count - 1);
    }

    /// <summary>The whole file. Both parts of /ID are the first half of the SHA-256 of everything before the cross-reference table.</summary>
    public byte[] Finish(PdfReference catalog)
    {
        if (finished) throw new InvalidOperationException("The file is finished.");
        for (var number = 1; number < offsets.Count; number++)
            if (offsets[number] == 0) throw new InvalidOperationException($"Object {number} was reserved and never written.");
        finished = true;
        var identity = new PdfString(SHA256.HashData(Buffer.Written).AsMemory(0, 16), hexadecimal: true);
        var start = Position;
        Buffer.Append("xref\n0 "u8);
        Buffer.Append(offsets.Count);
        Buffer.Append("\n0000000000 65535 f \n"u8);
        for (var number = 1; number < offsets.Count; number++)
        {
            Buffer.AppendDigits(offsets[number], 10);
            Buffer.Append(" 00000 n \n"u8);
        }
        Buffer.Append("trailer\n"u8);
        ObjectSyntax.Write(Buffer, PdfDictionary.Of(("Size", offsets.Count), ("Root", catalog), ("ID", PdfArray.Of(identity, identity))));
        Buffer.Append("\nstartxref\n"u8);
        Buffer.Append(start);
        Buffer.Append("\n%%EOF\n"u8);
        var file = Buffer.ToArray();
        Release();
        return file;
    }

    private protected override void Place(PdfReference reference, int offset)
    {
        if (finished) throw new InvalidOperationException("The file is finished.");
        if (reference.Generation != 0 || reference.Number < 1 || reference.Number >= offsets.Count)
            throw new ArgumentException("The reference was not reserved here.", nameof(reference));
        if (offsets[reference.Number] != 0) throw new InvalidOperationException($"Object {reference.Number} is written already.");
        offsets[reference.Number] = offset;
    }
}
