namespace Writ.Documents;

/// <summary>Ink that cannot be read; becomes the problem it carries at the door of the room.</summary>
internal sealed class InkFormatException(string code, string path, string zh, string en) : Exception(en)
{
    public Problem Problem { get; } = new(code, path, new Bilingual(zh, en));
}
