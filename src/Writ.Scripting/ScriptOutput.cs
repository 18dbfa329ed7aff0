namespace Writ.Scripting;

/// <summary>What a render wrote, and where each part of it came from.</summary>
public sealed record ScriptOutput(string Text, SourceMap SourceMap);
