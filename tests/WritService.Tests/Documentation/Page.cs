namespace WritService.Tests.Documentation;

/// <summary>A page for people: its fenced blocks, in order.</summary>
internal sealed record Page(string Name, IReadOnlyList<Block> Blocks)
{
    /// <summary>The pages whose commands are run: both READMEs and every guide.</summary>
    public static IReadOnlyList<Page> All { get; } =
    [
        .. new[] { "README.md", "README.zh-CN.md" }
            .Concat(Directory.EnumerateFiles(Path.Combine(WritHouse.Root, "docs"), "*.md").Select(file => "docs/" + Path.GetFileName(file)).Order(StringComparer.Ordinal))
            .Select(Read),
    ];

    public string File => Path.Combine(WritHouse.Root, Name);

    public string Text => System.IO.File.ReadAllText(File);

    private static Page Read(string name)
    {
        List<Block> blocks = [];
        string[] lines = System.IO.File.ReadAllLines(Path.Combine(WritHouse.Root, name));
        for (int line = 0; line < lines.Length; line++)
        {
            if (!lines[line].StartsWith("```", StringComparison.Ordinal))
                continue;
            int end = Array.IndexOf(lines, "```", line + 1);
            Assert.True(end > line, $"{name}:{line + 1}: the block does not end");
            blocks.Add(new Block(lines[line][3..].Trim(), string.Join('\n', lines[(line + 1)..end]) + "\n", line + 1));
            line = end;
        }
        return new Page(name, blocks);
    }
}
