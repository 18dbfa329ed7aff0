namespace WritService.Tests.Documentation;

/// <param name="Language">What stands behind the fence: <c>sh</c> is run, <c>console</c> cannot be run by a test, the rest is read.</param>
/// <param name="Text">What stands between the fences.</param>
/// <param name="Line">Line of the opening fence, counted from 1.</param>
internal sealed record Block(string Language, string Text, int Line);
