namespace Writ.Typesetting;

/// <summary>What hangs before a paragraph: 问:, 1., a bullet (text is null).</summary>
internal sealed record HangingLabel(string? Text, double Hang, int Tag, ManuscriptLocation Location);
