using System.Text.Json;
using Writ.Pdf;

namespace Writ.Documents;

/// <summary>Reads people, their ink and their prints.</summary>
internal static class PersonReader
{
    public static readonly Person Nobody = new("", null, null, null, null, null, null, null);

    /// <param name="mayBringInk">False where ink comes later: it is then an unknown member.</param>
    public static Person Read(Members members, bool mayBringInk = true)
    {
        var person = new Person(
            members.Required("name"), members.Text("capacity"), members.Text("idType"), members.Text("idNumber"), members.Text("phone"), members.Text("unit"),
            members.Text("certificateNumber"), mayBringInk ? ReadInk(members, "ink") : null);
        members.End();
        return person;
    }

    /// <summary>Ink under a name: null when absent or unfit, which is then a problem.</summary>
    public static Ink? ReadInk(Members members, string name)
    {
        if (members.Find(name) is not { } value) return null;
        var ink = InkReader.Read(value, members.At(name), members.Limits.Ink, members.Problems);
        return ink is { Picture.Length: > 0 } && !IsPicture(ink.Picture) ? Unreadable<Ink>(members, name) : ink;
    }

    public static FingerImage? ReadPrint(Members members, bool required)
    {
        if (members.Object("fingerprint") is not { } print)
        {
            if (required) members.Missing("fingerprint");
            return null;
        }
        var finger = print.Required("finger");
        var encoded = print.Find("image") is { ValueKind: JsonValueKind.String } image ? image.GetString()! : null;
        if (encoded is null) print.Missing("image");
        print.End();
        if (encoded is null) return null;
        if (encoded.Length / 4 * 3 > members.Limits.Picture)
        {
            members.Report("fingerprint-too-large", print.At("image"), $"指纹图片不得超过 {members.Limits.Picture} 字节。", $"The picture of a print has at most {members.Limits.Picture} bytes.");
            return null;
        }
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var count) && IsPicture(bytes.AsMemory(0, count))
            ? new FingerImage(finger, bytes.AsMemory(0, count))
            : Unreadable<FingerImage>(print, "image");
    }

    // Held against the rules for pictures in archival documents now, so that drawing it later cannot fail.
    private static bool IsPicture(ReadOnlyMemory<byte> file)
    {
        try
        {
            PreparedImage.Inspect(file, new ImageLimits(Side: 4_000, Pixels: 4_000_000));
            return true;
        }
        catch (PdfFormatException)
        {
            return false;
        }
    }

    private static T? Unreadable<T>(Members members, string name) where T : class
    {
        members.Report("picture-unreadable", members.At(name), "图片无法读取，或者过大；应为 PNG 或 JPEG。", "The picture cannot be read or is too large; PNG or JPEG is expected.");
        return null;
    }
}
