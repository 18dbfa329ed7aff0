namespace Writ.Scripting;

/// <summary>A template that cannot be read or run, or a limit it breached. Carries every message found; the first one decides the span.</summary>
public sealed class ScriptException : Exception
{
    internal ScriptException(IReadOnlyList<ScriptMessage> messages, bool isParsing)
        : base(string.Join('\n', messages))
    {
        Messages = messages;
        IsParsing = isParsing;
    }

    internal ScriptException(ScriptSpan span, string text)
        : this([new ScriptMessage(span, text)], isParsing: false)
    {
    }

    public IReadOnlyList<ScriptMessage> Messages { get; }

    public ScriptSpan Span => Messages[0].Span;

    /// <summary>The first message without its place.</summary>
    public string Text => Messages[0].Text;

    /// <summary>True when the text could not be read, false when it failed while running.</summary>
    public bool IsParsing { get; }
}
