using Writ.Typesetting;

namespace Writ.Tests.Typesetting;

/// <summary>A good font whose bytes are changed in place and put back.</summary>
internal sealed class HostileSeed
{
    private static readonly byte[] Extremes = [0x00, 0x01, 0x7F, 0x80, 0xFE, 0xFF];

    // Where mutations go: the directory, and each table with most of the weight on its start.
    private readonly List<(int Start, int Length)> places = [];

    private HostileSeed(string name, byte[] bytes, int face = 0)
    {
        Name = name;
        Bytes = bytes;
        Face = face;
        var file = new FontTable("file", bytes);
        int start = file.FourLetters(0) == "ttcf" ? file.Size(12 + face * 4) : 0;
        int count = file.U16(start + 4);
        places.Add((start, 12 + count * 16));
        for (int i = 0; i < count; i++)
            places.Add((file.Size(start + 20 + i * 16), file.Size(start + 24 + i * 16)));
    }

    public const int Wanted = 7;

    public string Name { get; }

    public byte[] Bytes { get; }

    public int Face { get; }

    /// <summary>Built by hand: composites, subroutines, every kind of table, a few hundred bytes.</summary>
    public static IReadOnlyList<HostileSeed> Synthetic { get; } =
    [
        new("synthetic TrueType", SyntheticFont.TrueType(
            SyntheticFont.Map(3, 1, SyntheticFont.Format4((0x41, 0x43, 0x10000 - 0x41 + 1), (0x4E00, 0x4E01, -1), (0xFFFF, 0xFFFF, 1))),
            SyntheticFont.Square(0, 10), SyntheticFont.Square(10, 100), SyntheticFont.Composite((2, 1, [1, 1]), (3, 0, [0, 1, 0, 1])),
            SyntheticFont.Composite((2, 2, [1, 1]), (0x0A, 1, [0, 1, 0x20, 0])))),
        new("synthetic compact", SyntheticFont.Compact(
            SyntheticFont.Map(3, 10, SyntheticFont.Groups(12, (0x41, 0x42, 1), (0x4E00, 0x4E00, 3))),
            SyntheticCff.Build(
                [
                    SyntheticCff.Charstring("endchar"),
                    SyntheticCff.Charstring("77 5 7 hstemhm 3 4 hintmask #C0 10 20 rmoveto 0:callsubr endchar"),
                    SyntheticCff.Charstring("10 20 rmoveto 1:callgsubr 1 2 3 4 5 6 7 8 9 10 11 flex1 endchar"),
                    SyntheticCff.Charstring("10 hmoveto 3 4 add 7 put 7 get 1:callsubr 1 2 3 4 hvcurveto"),
                ],
                [SyntheticCff.Charstring("100 1:callsubr return"), SyntheticCff.Charstring("100 -100 hlineto")],
                [SyntheticCff.Charstring("return"), SyntheticCff.Charstring("0:callgsubr 1 2 3 4 5 6 7 8 rcurveline return")]),
            4)),
    ];

    /// <summary>Subsets of real faces, put into whole fonts again: real outlines, small files.</summary>
    public static IReadOnlyList<HostileSeed> Cut { get; } = [.. CutFrom(TestFont.DejaVu, 0), .. CutFrom(TestFont.NotoSerifCjk, TestFont.SimplifiedChinese)];

    /// <summary>Whole real files.</summary>
    public static IReadOnlyList<HostileSeed> Real { get; } =
        [.. Whole(TestFont.DejaVu, 0), .. Whole(TestFont.FandolFang, 0), .. Whole(TestFont.NotoSerifCjk, TestFont.SimplifiedChinese)];

    public List<(int At, byte Was)> Mutate(Random random)
    {
        var changes = new List<(int, byte)>();
        for (int times = random.Next(1, 6); times > 0; times--)
        {
            (int start, int length) = places[random.Next(places.Count)];
            if (length == 0)
                continue;
            int at = start + random.Next(random.Next(3) == 0 ? length : Math.Min(length, 128));
            for (int run = random.Next(1, 5); run > 0 && at < Bytes.Length; run--, at++)
            {
                changes.Add((at, Bytes[at]));
                Bytes[at] = random.Next(3) switch
                {
                    0 => (byte)random.Next(256),
                    1 => (byte)(Bytes[at] ^ (1 << random.Next(8))),
                    _ => Extremes[random.Next(Extremes.Length)],
                };
            }
        }
        return changes;
    }

    public void Restore(List<(int At, byte Was)> changes)
    {
        for (int i = changes.Count - 1; i >= 0; i--)
            Bytes[changes[i].At] = changes[i].Was;
    }

    private static IEnumerable<HostileSeed> Whole(string file, int face)
    {
        if (File.Exists(file))
            yield return new HostileSeed(Path.GetFileName(file), File.ReadAllBytes(file), face);
    }

    private static IEnumerable<HostileSeed> CutFrom(string file, int face)
    {
        if (!File.Exists(file))
            yield break;
        FontFace whole = TestFont.Open(file, face);
        FontSubset subset = whole.Subset(TestFont.Glyphs(whole, "A一询问笔录éÀg当事人王喆½中Bij"));
        byte[] map = SyntheticFont.Map(3, 10, SyntheticFont.Groups(12, (0x41, 0x50, 1), (0x4E00, 0x4E10, 5)));
        yield return subset.Kind == FontProgramKind.CffCid
            ? new HostileSeed("cut " + Path.GetFileName(file), SyntheticFont.Compact(map, subset.Program.ToArray(), subset.Glyphs.Length))
            : new HostileSeed("cut " + Path.GetFileName(file), SyntheticFont.WithMap(subset.Program, map));
    }
}
