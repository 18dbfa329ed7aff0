using System.Text.Json;

namespace Writ.Documents;

/// <summary>Reads people, their ink and their prints.</summary>
internal static class PersonReader
{
    private static readonly string[] Fingers =
        [.. ((string[])["right", "left"]).SelectMany(_ => (string[])["thumb", "index", "middle", "ring", "little"], (hand, finger) => $"{hand}-{finger}"), "other"];

    public static readonly Person Nobody = new("", null, null, null, null, null, null, null);

    /// <param name="mayBringInk">False where ink comes later: it is then an unknown member.</param>
    /// <param name="mayPress">True for people whose print stands nowhere else in the act.</param>
    public static Person Read(Members members, bool mayBringInk = true, bool mayPress = false)
    {
        var person = new Person(
            members.Required("name"), members.Text("capacity"), members.Text("idType"), members.Text("idNumber"), members.Text("phone"), members.Text("unit"),
            members.Text("certificateNumber"), mayBringInk ? ReadInk(members, "ink") : null, mayPress ? ReadPrint(members, required: false) : null);
        members.End();
        return person;
    }

    /// <summary>Ink under a name: null when absent or unfit, which is then a problem.</summary>
    public static Ink? ReadInk(Members members, string name) =>
        members.Find(name) is { } value ? InkReader.Read(value, members.At(name), members.Limits.Ink, members.Problems) : null;

    /// <summary>Whoever writes in a slot may press a finger over the name: the print stands in the act, beside the person.</summary>
    public static Person ReadPressing(Members members, Person person) => person with { Print = ReadPrint(members, required: false) };

    public static FingerImage? ReadPrint(Members members, bool required)
    {
        if (members.Object("fingerprint") is not { } print)
        {
            if (required) members.Missing("fingerprint");
            return null;
        }
        var finger = print.Required("finger");
        if (finger.Length > 0 && !Fingers.Contains(finger))
            print.Report("finger-unknown", print.At("finger"), $"finger 应为 {string.Join("、", Fingers)}。", $"finger is one of {string.Join(", ", Fingers)}.");
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
        if (!Convert.TryFromBase64String(encoded, bytes, out var count) || PictureReader.Read(bytes.AsMemory(0, count)) is not { } marks)
            print.Report("picture-unreadable", print.At("image"), "图片无法读取，或者过大；应为 PNG 或 JPEG。", "The picture cannot be read or is too large; PNG or JPEG is expected.");
        else if (!PictureReader.MayBePrint(marks))
            print.Report("fingerprint-empty", print.At("image"), "图片空白、过小或者没有纹线，不是指纹。", "The picture is blank, too small or shows no ridges: it is no print.");
        else
            return new FingerImage(finger, bytes.AsMemory(0, count));
        return null;
    }
}
