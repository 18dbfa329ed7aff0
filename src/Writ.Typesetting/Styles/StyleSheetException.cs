namespace Writ.Typesetting;

/// <summary>A style sheet says something outside the closed CSS subset. Code is stable kebab-case.</summary>
public sealed class StyleSheetException : Exception
{
    internal StyleSheetException(int line, int column, string code, string zh, string en)
        : base(en)
    {
        Line = line;
        Column = column;
        Code = code;
        ChineseText = zh;
    }

    public int Line { get; }

    public int Column { get; }

    public string Code { get; }

    /// <summary>The message in Chinese; <see cref="Exception.Message"/> is the English one.</summary>
    public string ChineseText { get; }
}
