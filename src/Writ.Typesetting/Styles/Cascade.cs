namespace Writ.Typesetting;

/// <summary>Computes the style of an element below its parent's, once for every distinct question.</summary>
internal sealed class Cascade(StyleSheet sheet)
{
    private readonly Dictionary<Question, ComputedStyle> answers = [];
    private readonly Dictionary<(ElementKind, string), StyleRule[]> matches = [];

    internal ComputedStyle Of(MarkupElement element, ComputedStyle parent)
    {
        Question question = new(parent, element.Kind, element["class"] ?? "", element["style"] ?? "");
        if (!answers.TryGetValue(question, out ComputedStyle? style))
            answers[question] = style = Compute(question);
        return style;
    }

    /// <summary>The style of a box that has no element of its own.</summary>
    internal ComputedStyle Anonymous(ComputedStyle parent)
    {
        Question question = new(parent, (ElementKind)(-1), "", "");
        if (!answers.TryGetValue(question, out ComputedStyle? style))
            answers[question] = style = parent.Inherit();
        return style;
    }

    private ComputedStyle Compute(Question question)
    {
        ComputedStyle style = question.Parent.Inherit();
        StyleRule[] rules = Matching(question.Element, question.Classes);
        Declaration[] inline = Inline(question.Inline);
        foreach (bool fontSize in (ReadOnlySpan<bool>)[true, false])
        {
            foreach (StyleRule rule in rules)
                Apply(rule.Declarations, fontSize, style);
            Apply(inline, fontSize, style);
        }
        if (question.Element == ElementKind.B)
            style.Bold = true;
        if (question.Element == ElementKind.U)
            style.Underline = true;
        return style;
    }

    private static void Apply(Declaration[] declarations, bool fontSize, ComputedStyle style)
    {
        foreach (Declaration declaration in declarations)
            if (declaration.SetsFontSize == fontSize)
                declaration.Apply(style);
    }

    // The grammar read every style attribute once already: it cannot fail here.
    private static Declaration[] Inline(string text) => text.Length == 0 ? [] : new StyleSheetReader(text).ReadInline();

    private StyleRule[] Matching(ElementKind element, string classes)
    {
        if (!matches.TryGetValue((element, classes), out StyleRule[]? rules))
        {
            // OrderBy is stable: rules of one weight keep the order of the sheets.
            rules = [.. sheet.Rules.Where(rule => rule.Selects(element, classes)).OrderBy(rule => rule.Weight)];
            matches[(element, classes)] = rules;
        }
        return rules;
    }

    private readonly record struct Question(ComputedStyle Parent, ElementKind Element, string Classes, string Inline);
}
