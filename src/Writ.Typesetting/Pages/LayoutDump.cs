using System.Globalization;
using System.Text;

namespace Writ.Typesetting;

/// <summary>
/// The stable text form of a layout: pages with one line an item, then the tag tree. A text's glyph positions follow it as steps:
/// <c>16*27 8</c> is twenty-seven steps of 16 pt and one of 8.
/// </summary>
internal sealed class LayoutDump
{
    private readonly StringBuilder text = new();
    private readonly Layout layout;

    private LayoutDump(Layout layout) => this.layout = layout;

    internal static string Of(Layout layout)
    {
        LayoutDump dump = new(layout);
        dump.Write();
        return dump.text.ToString();
    }

    private void Write()
    {
        text.Append("layout ").Append(Quoted(layout.Title)).Append(' ').Append(layout.Language).Append('\n');
        for (int index = 0; index < layout.Pages.Length; index++)
        {
            LayoutPage page = layout.Pages[index];
            text.Append("page ").Append(index + 1).Append(' ').Append(Number(page.Width)).Append(' ').Append(Number(page.Height)).Append('\n');
            foreach (LayoutItem item in page.Items)
                Write(item);
        }
        text.Append("tags\n");
        if (layout.Structure.Length > 0)
            Write(layout.Structure[0], 1);
    }

    private void Write(LayoutItem item)
    {
        text.Append("  ");
        switch (item)
        {
            case GlyphRun run:
                text.Append("text ").Append(Place(run.X, run.Baseline)).Append(' ').Append(run.Face.Name).Append(' ').Append(Number(run.Size));
                Color(run.Color).Append(' ').Append(Quoted(run.Text));
                Steps(run);
                break;
            case Line line:
                text.Append("line ").Append(Place(line.X1, line.Y1)).Append(" - ").Append(Place(line.X2, line.Y2)).Append(" w ").Append(Number(line.Width));
                Color(line.Color);
                break;
            case Shape shape:
                text.Append("shape");
                foreach (PathSegment segment in shape.Path)
                    Segment(segment);
                text.Append(shape.Fill is { } fill ? $" fill {fill}" : "").Append(shape.Stroke is { } stroke ? $" stroke {stroke} {Number(shape.Width)}" : "");
                break;
            case Picture picture:
                text.Append("picture ").Append(Box(picture.X, picture.Y, picture.Width, picture.Height)).Append(' ').Append(Quoted(picture.Source));
                break;
            case CodePlace code:
                text.Append("code ").Append(Box(code.X, code.Y, code.Size, code.Size)).Append(' ').Append(Quoted(code.Value));
                break;
            case SlotPlace slot:
                text.Append("slot ").Append(slot.Name).Append('.').Append(slot.Part.ToString().ToLowerInvariant()).Append(' ')
                    .Append(Box(slot.X, slot.Y, slot.Width, slot.Height)).Append(' ').Append(Quoted(slot.Label));
                break;
            case SealPlace seal:
                text.Append("seal ").Append(seal.Name).Append(' ').Append(seal.Part + 1).Append('/').Append(seal.Parts).Append(' ')
                    .Append(Box(seal.X, seal.Y, seal.Width, seal.Height));
                break;
        }
        text.Append(item.Artifact == ArtifactKind.None ? $" #{item.Tag}" : item.Artifact == ArtifactKind.Pagination ? " pagination" : " rule").Append('\n');
    }

    private void Steps(GlyphRun run)
    {
        double at = run.Glyphs.Length > 0 ? run.Glyphs[0].X : 0;
        int count = 0;
        double last = double.NaN;
        for (int index = 1; index < run.Glyphs.Length; index++)
        {
            double step = Math.Round(run.Glyphs[index].X - at, 2);
            at = run.Glyphs[index].X;
            if (count > 0 && step != last)
            {
                Flush(last, count);
                count = 0;
            }
            last = step;
            count++;
        }
        if (count > 0)
            Flush(last, count);

        void Flush(double step, int times)
        {
            text.Append(' ').Append(Number(step));
            if (times > 1)
                text.Append('*').Append(times);
        }
    }

    private void Segment(PathSegment segment)
    {
        text.Append(segment.Verb switch { PathVerb.Move => " M", PathVerb.Line => " L", PathVerb.Curve => " C", _ => " Z" });
        if (segment.Verb == PathVerb.Curve)
            text.Append(Place(segment.ControlX1, segment.ControlY1)).Append(' ').Append(Place(segment.ControlX2, segment.ControlY2)).Append(' ');
        if (segment.Verb != PathVerb.Close)
            text.Append(Place(segment.X, segment.Y));
    }

    private StringBuilder Color(Tint color) => color == Tint.Black ? text : text.Append(' ').Append(color);

    private void Write(TagNode node, int depth)
    {
        text.Append(' ', depth * 2).Append('#').Append(node.Index).Append(' ').Append(node.Role).Append(' ').Append(node.Location);
        TagAttributes attributes = node.Attributes;
        if (attributes.Scope != HeaderScope.None)
            text.Append(" scope=").Append(attributes.Scope);
        if (attributes.ColumnSpan != 1)
            text.Append(" colspan=").Append(attributes.ColumnSpan);
        if (attributes.RowSpan != 1)
            text.Append(" rowspan=").Append(attributes.RowSpan);
        Said("alt", attributes.Alternate);
        Said("actual", attributes.ActualText);
        Said("lang", attributes.Language);
        Said("title", attributes.Title);
        Said("numbering", attributes.ListNumbering);
        text.Append('\n');
        foreach (int child in node.Children)
            Write(layout.Structure[child], depth + 1);
    }

    private void Said(string name, string? value)
    {
        if (value is not null)
            text.Append(' ').Append(name).Append('=').Append(Quoted(value));
    }

    private static string Quoted(string value) => $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Place(double x, double y) => $"{Number(x)},{Number(y)}";

    private static string Box(double x, double y, double width, double height) => $"{Number(x)},{Number(y)} {Number(width)}x{Number(height)}";

    private static string Number(double value) => Math.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture);
}
