using System.Text.Json;

namespace Writ.Documents.Packs;

/// <summary>minLength, maxLength, pattern, and what every text must satisfy to be printable. JSON Schema 2020-12 Validation 6.3.</summary>
internal static class TextKeywords
{
    /// <summary>True when the text is readable, so that its format can be looked at.</summary>
    public static bool Check(JsonElement value, SchemaNode schema, in Place place, ProblemList problems)
    {
        string text;
        try
        {
            text = value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate written as \uD800.
            problems.Add("data-text-not-printable", place, "含有不能打印的字符", "contains a character that cannot be printed");
            return false;
        }
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            length++;
            if (Printable(rune.Value)) continue;
            problems.Add("data-text-not-printable", place, $"含有不能打印的字符U+{rune.Value:X4}", $"contains U+{rune.Value:X4}, which cannot be printed");
            return false;
        }
        // Validation 6.3.1, 6.3.2: lengths count characters (code points).
        if (length < schema.MinLength)
            problems.Add("data-text-too-short", place, length == 0 ? "不能为空" : $"至少{schema.MinLength}个字", length == 0 ? "must not be empty" : $"needs at least {schema.MinLength} characters");
        else if (schema.MinLength > 0 && string.IsNullOrWhiteSpace(text))
            problems.Add("data-text-too-short", place, "不能全为空白", "must not be blank");
        if (length > schema.MaxLength)
        {
            problems.Add("data-text-too-long", place, $"至多{schema.MaxLength}个字，现有{length}个字", $"takes at most {schema.MaxLength} characters, has {length}");
            return false;
        }
        if (schema.Pattern is not null && !schema.Pattern.IsMatch(text))
            problems.Add("data-pattern-mismatch", place, schema.Description is null ? "格式不符" : $"格式不符：{schema.Description}", "does not have the required form");
        return true;
    }

    // XML 1.0, 2.2: what may stand in the manuscript. Carriage returns come only with a line feed and are dropped with it.
    private static bool Printable(int c) =>
        c is '\n' or '\r' or '\t' || (c >= 0x20 && c is not (>= 0x7F and <= 0x9F) and not 0xFEFF and not 0xFFFD && (c & 0xFFFE) != 0xFFFE && c is not (>= 0xFDD0 and <= 0xFDEF)
            && c is not (>= 0x202A and <= 0x202E) and not (>= 0x2066 and <= 0x2069));
}
