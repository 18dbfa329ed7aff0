namespace Writ.Documents;

/// <summary>Names of the modes of service, on writs and in JSON.</summary>
internal static class DeliveryModes
{
    private static readonly (DeliveryMode Mode, string Word, string Zh)[] Names =
    [
        (DeliveryMode.Direct, "direct", "直接送达"), (DeliveryMode.Left, "left", "留置送达"), (DeliveryMode.Electronic, "electronic", "电子送达"),
        (DeliveryMode.Mail, "mail", "邮寄送达"), (DeliveryMode.Entrusted, "entrusted", "委托送达"), (DeliveryMode.Forwarded, "forwarded", "转交送达"),
        (DeliveryMode.Notice, "notice", "公告送达"),
    ];

    public static string Words => string.Join(", ", Names.Select(name => name.Word));

    public static DeliveryMode? Read(string word)
    {
        foreach (var name in Names)
            if (name.Word == word) return name.Mode;
        return null;
    }

    public static string Zh(this DeliveryMode mode) => Names.First(name => name.Mode == mode).Zh;

    public static string Word(this DeliveryMode mode) => Names.First(name => name.Mode == mode).Word;
}
