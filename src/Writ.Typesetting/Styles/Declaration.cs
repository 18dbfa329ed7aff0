namespace Writ.Typesetting;

/// <summary>One property with its value, ready to be applied. Those that set the font size go first: em counts from it.</summary>
internal readonly record struct Declaration(bool SetsFontSize, Action<ComputedStyle> Apply);
