using System.Globalization;
using Writ.Pdf;
using Xunit.Abstractions;

namespace Writ.Tests.Pdf;

/// <summary>
/// Whatever the bytes are, an image ends in an object or in <see cref="PdfFormatException"/>. Mutations are drawn from a fixed seed;
/// WRIT_FUZZ says how many (3 000 in the ordinary run, 100 000 for the long one).
/// </summary>
public sealed class HostileImageTests(ITestOutputHelper output)
{
    private static readonly int Mutations = int.Parse(Environment.GetEnvironmentVariable("WRIT_FUZZ") ?? "3000", CultureInfo.InvariantCulture);
    private static readonly ImageLimits Limits = new(FileBytes: 1 << 16, Side: 4_000, Pixels: 1_000_000);

    private static readonly byte[][] Seeds =
    [
        .. new[] { 0, 2, 4, 6 }.Select(colorType => Pictures.Png(colorType, 19, 11)), Pictures.Jpeg(1, 40, 30), Pictures.Jpeg(3, 640, 480),
    ];

    [Fact]
    public void Every_truncation_is_refused()
    {
        foreach (var seed in Seeds)
            for (var length = 0; length < seed.Length; length++) Assert.False(Use(seed.AsMemory(0, length), $"cut to {length}"));
    }

    [Fact]
    public void Mutated_images_are_written_or_refused()
    {
        var random = new Random(20260305);
        var written = 0;
        for (var done = 0; done < Mutations; done++)
        {
            var seed = Seeds[random.Next(Seeds.Length)].ToArray();
            for (var changes = random.Next(1, 5); changes > 0; changes--) seed[random.Next(seed.Length)] = (byte)(random.Next(3) == 0 ? 0xFF : random.Next(256));
            // A wrong checksum would end nearly every PNG at its first chunk: most are made right again, so that the mutation is looked at.
            if (seed[0] == 0x89 && random.Next(10) != 0) Reckon(seed);
            if (Use(random.Next(20) == 0 ? seed.AsMemory(0, random.Next(seed.Length)) : seed, $"mutation {done}")) written++;
        }
        output.WriteLine($"{Mutations} mutations, {written} written, {Mutations - written} refused");
        Assert.InRange(written, Mutations / 100, Mutations - (Mutations / 100));
    }

    [Fact]
    public void A_picture_that_swells_is_refused_before_it_is_inflated()
    {
        // 4 000 × 4 000 pixels said, a hundred bytes of data given: over the limit; and within wider limits too short for its size.
        var png = Pictures.Png(2, 5, 5);
        (png[18], png[19], png[22], png[23]) = (0x0F, 0xA0, 0x0F, 0xA0);
        Reckon(png);
        Assert.Equal("ImageLimits.Pixels", Assert.Throws<PdfFormatException>(() => ImageXObject.Write(new PdfWriter(), png, Limits)).Clause);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<PdfFormatException>(() => ImageXObject.Write(new PdfWriter(), png));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    private static bool Use(ReadOnlyMemory<byte> file, string what)
    {
        try
        {
            PreparedImage.Inspect(file, Limits);
            var image = ImageXObject.Write(new PdfWriter(), file, Limits);
            Assert.InRange((long)image.Width * image.Height, 1, Limits.Pixels);
            return true;
        }
        catch (PdfFormatException refused)
        {
            Assert.NotEmpty(refused.Clause);
            return false;
        }
        catch (Exception other) when (other is not Xunit.Sdk.XunitException)
        {
            throw new InvalidOperationException($"{what}: {other.GetType().Name} instead of PdfFormatException", other);
        }
    }

    private static void Reckon(byte[] png)
    {
        for (var at = 8; at + 12 <= png.Length;)
        {
            var length = System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at));
            if (length > png.Length - at - 12) return;
            var end = at + 8 + (int)length;
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(end), Crc32.Of(png.AsSpan(at + 4, 4 + (int)length)));
            at = end + 4;
        }
    }
}
