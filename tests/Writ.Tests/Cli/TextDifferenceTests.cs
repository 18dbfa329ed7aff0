using FsCheck.Xunit;
using Writ.Cli;

namespace Writ.Tests.Cli;

/// <summary>A comparison holds both texts, and nothing else.</summary>
public sealed class TextDifferenceTests
{
    [Property]
    public bool Without_what_was_added_it_is_the_text_before(bool[] before, bool[] after) =>
        Compare(before, after).Where(line => line.Fate != LineFate.Added).Select(line => line.Text).SequenceEqual(Lines(before));

    [Property]
    public bool Without_what_was_removed_it_is_the_text_after(bool[] before, bool[] after) =>
        Compare(before, after).Where(line => line.Fate != LineFate.Removed).Select(line => line.Text).SequenceEqual(Lines(after));

    [Property]
    public bool A_text_does_not_differ_from_itself(bool[] text) => Compare(text, text).All(line => line.Fate == LineFate.Same);

    [Fact]
    public void One_changed_line_is_one_line_removed_and_one_added() =>
        Assert.Equal("  甲|- 乙|+ 丙|  丁", string.Join('|', TextDifference.Of(["甲", "乙", "丁"], ["甲", "丙", "丁"]).Select(line => $"{line.Fate switch { LineFate.Same => ' ', LineFate.Removed => '-', _ => '+' }} {line.Text}")));

    private static IReadOnlyList<ComparedLine> Compare(bool[] before, bool[] after) => TextDifference.Of([.. Lines(before)], [.. Lines(after)]);

    private static IEnumerable<string> Lines(bool[] text) => text.Select(line => line ? "甲" : "乙");
}
