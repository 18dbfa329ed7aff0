using System.Text;

namespace Writ.Scripting;

/// <summary>Text being written: inserts the indent at the start of lines, keeps where each piece came from, and holds the output limit.</summary>
internal sealed class OutputBuffer(Run run)
{
    private readonly StringBuilder text = new();
    private readonly List<SourceMapEntry> entries = [];
    private bool lineBegins;

    /// <summary>What stands before each line of the values the current code block prints.</summary>
    public string Indent { get; set; } = "";

    public IReadOnlyList<SourceMapEntry> Entries => entries;

    public override string ToString() => text.ToString();

    public void WritePassage(Passage passage)
    {
        Note(passage.Range.Source, passage.OutputBegin, passage.IsVerbatim);
        Write(passage.Output);
    }

    public void Note(SourceText source, int place, bool moves = false) => entries.Add(new SourceMapEntry(text.Length, source, place, moves));

    public void Write(ScriptMarkup markup)
    {
        if (markup.Origins is not { Count: > 0 } origins)
        {
            Write(markup.Value);
            return;
        }
        for (int i = 0; i < origins.Count; i++)
        {
            SourceMapEntry origin = origins[i];
            int end = i + 1 < origins.Count ? origins[i + 1].Offset : markup.Value.Length;
            if (end <= origin.Offset)
                continue;
            Note(origin.Source, origin.Place, origin.Moves);
            Write(markup.Value.AsSpan(origin.Offset, end - origin.Offset));
        }
    }

    public void Write(ReadOnlySpan<char> piece)
    {
        if (piece.IsEmpty)
            return;
        if (Indent.Length == 0 || (!lineBegins && piece.IndexOf('\n') < 0))
            Append(piece);
        else
        {
            while (!piece.IsEmpty)
            {
                int line = piece.IndexOf('\n');
                int length = line < 0 ? piece.Length : line + 1;
                if (lineBegins && (run.Options.IndentOnEmptyLines || !IsEmptyLine(piece[..length])))
                    Append(Indent);
                Append(piece[..length]);
                lineBegins = line >= 0;
                piece = piece[length..];
            }
            return;
        }
        lineBegins = piece[^1] == '\n';
    }

    private static bool IsEmptyLine(ReadOnlySpan<char> line) => line is "\n" or "\r\n";

    private void Append(ReadOnlySpan<char> piece)
    {
        if (run.IsCut)
            return;
        int room = run.OutputRoom;
        if (piece.Length > room)
        {
            if (run.Options.RefusesCutOutput)
                throw run.FaultHere($"The output is longer than {run.Limits.Output} characters");
            text.Append(piece[..room]).Append("...");
            run.IsCut = true;
            return;
        }
        run.OutputRoom = room - piece.Length;
        text.Append(piece);
    }
}
