using System.Text;
using Writ.Sealing;

namespace Writ.Tests.Sealing.Checking;

/// <summary>Files that cannot be read as they stand: a seal that can still be found in one is called broken, by name, and never anything better.</summary>
public sealed class DamagedTests
{
    private static readonly Dictionary<string, (Func<byte[]> Damage, Integrity Integrity)> All = new()
    {
        ["bytes-before-the-header"] = (() => [.. "HTTP/1.1 200 OK\r\n\r\n"u8, .. Crimes.Certified], Integrity.Broken),
        ["bytes-lost-in-the-middle"] = (() => [.. Crimes.Certified[..2000], .. Crimes.Certified[2100..]], Integrity.Broken),
        ["list-of-objects-overwritten"] = (() => Overwritten("\nxref\n", "\nXXXX\n"), Integrity.Broken),
        ["place-of-the-list-lost"] = (() => Overwritten("startxref", "startXXXX"), Integrity.Broken),
        ["end-cut-off"] = (() => Crimes.Certified[..^60], Integrity.Broken),
        ["header-destroyed"] = (() => Crimes.Swap(Crimes.Certified, "%PDF-", "%FDP-"), Integrity.Unparsable),
        ["list-beyond-the-end"] = (() => Crimes.Append(Crimes.Certified, "startxref\n999999999\n%%EOF\n"), Integrity.DisallowedModification),
        ["list-in-circles"] = (() => Circular(), Integrity.Unparsable),
    };

    public static TheoryData<string> Names => new(All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_damaged_is_called_by_its_word(string damage)
    {
        var (commit, integrity) = All[damage];
        var report = SealedSamples.Examine(commit());
        Assert.Equal(integrity, report.Integrity);
        Assert.Equal(Indication.TotalFailed, report.Indication);
        Wording.IsOfBothLanguages(report);
        if (integrity != Integrity.Broken)
            return;
        Assert.Contains(report.Seals, s => s.Field == "Issuer" && s.Findings.Any(f => f.Code == "seal-broken" && f.Zh.Contains("损坏", StringComparison.Ordinal)));
        // Said once: what was searched for has no end behind which anything could follow.
        Assert.DoesNotContain(report.Seals.SelectMany(s => s.Findings), f => f.Code == "trailing-bytes");
    }

    // The last of its kind in the file.
    private static byte[] Overwritten(string old, string now)
    {
        var document = Crimes.Certified.ToArray();
        Encoding.Latin1.GetBytes(now).CopyTo(document, document.AsSpan().LastIndexOf(Encoding.Latin1.GetBytes(old)));
        return document;
    }

    private static byte[] Circular()
    {
        var text = Encoding.Latin1.GetString(SmallDocument.Write("/Prev 0000000000"));
        var list = text.LastIndexOf("xref\n0", StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(text.Replace("/Prev 0000000000", $"/Prev {list:0000000000}", StringComparison.Ordinal));
    }
}
