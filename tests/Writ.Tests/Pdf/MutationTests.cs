using Writ.Pdf;

namespace Writ.Tests.Pdf;

/// <summary>Hostile bytes: whatever is done to a file, it is read, repaired aloud or refused with the room's exception.</summary>
public sealed class MutationTests
{
    private const int Rounds = 3_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Mutated_files_never_crash_the_reader(int seed)
    {
        var random = new Random(seed);
        byte[][] originals = [SampleDocument.Write(), UpdateTests.Fill(SampleDocument.Write(), "张三"), ReadingTests.Pdf("<</Type/Catalog/Pages 2 0 R>>")];
        var limits = new PdfLimits(ExpandedBytes: 8 << 20);
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = Mutate(originals[round % originals.Length], random);
            try
            {
                ForeignFileTests.ReadEverything(PdfFile.Open(bytes, limits));
            }
            catch (PdfFormatException)
            {
                // Refused with a place: as it should be.
            }
        }
    }

    [Fact]
    public void Mutated_pictures_never_crash_the_reader()
    {
        var random = new Random(3);
        byte[][] originals = [Pictures.Png(6, 9, 7), Pictures.Png(2, 9, 7), Pictures.Png(4, 3, 3), Pictures.Jpeg(3, 10, 10)];
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = Mutate(originals[round % originals.Length], random);
            try
            {
                ImageXObject.Write(new PdfWriter(), bytes, new ImageLimits(Pixels: 1_000_000));
            }
            catch (PdfFormatException)
            {
                // Refused with a place: as it should be.
            }
        }
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        var bytes = original.ToList();
        for (var changes = random.Next(1, 5); changes > 0 && bytes.Count > 8; changes--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes[at] ^= (byte)(1 << random.Next(8)); break;
                case 2: bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)); break;
                case 3: bytes.InsertRange(at, bytes.GetRange(at / 2, Math.Min(30, bytes.Count - (at / 2)))); break;
                default: bytes[at] = (byte)"0123456789<>[]()/% R"[random.Next(20)]; break;
            }
        }
        return [.. bytes];
    }
}
