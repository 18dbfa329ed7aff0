namespace Writ.Typesetting;

/// <summary>The manuscript (or a style attribute in it) is not what the closed markup allows. Code is stable kebab-case.</summary>
public sealed class ManuscriptException : Exception
{
    internal ManuscriptException(ManuscriptLocation location, string code, string zh, string en)
        : base(en)
    {
        Location = location;
        Code = code;
        ChineseText = zh;
    }

    public ManuscriptLocation Location { get; }

    public int Line => Location.Line;

    public int Column => Location.Column;

    public string Code { get; }

    /// <summary>The message in Chinese; <see cref="Exception.Message"/> is the English one.</summary>
    public string ChineseText { get; }
}
