namespace Writ.Documents;

/// <summary>A text for people, in Chinese and in English. The Chinese text is the binding one.</summary>
public sealed record Bilingual(string Zh, string En)
{
    /// <summary>The text in the wanted language: Chinese unless English is asked for.</summary>
    public string In(bool english) => english ? En : Zh;

    public override string ToString() => Zh;
}
