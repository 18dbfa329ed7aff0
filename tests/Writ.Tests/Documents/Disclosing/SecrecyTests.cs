using System.Text;
using System.Text.Json;
using Writ.Documents;
using Writ.Outside;
using Writ.Pdf;
using Writ.Tests.Documents.Packs;
using Writ.Typesetting;

namespace Writ.Tests.Documents.Disclosing;

/// <summary>The law of derived documents, over every example of every pack: what an audience may not see is nowhere in its file.</summary>
public sealed class SecrecyTests
{
    private static readonly Lazy<Renderer> Renderer = new(() => new Renderer(Templates.Library, FontFiles.Open(Path.Combine(Golden.Root, "src", "WritService", "fonts.json"))));

    public static TheoryData<string> Packs => [.. Templates.Library.Packs.Select(pack => pack.Id)];

    [Theory]
    [MemberData(nameof(Packs))]
    public void The_public_document_holds_nothing_of_persons(string id)
    {
        foreach (var (example, original, shown) in Prepared(id, Audience.Public))
        {
            var derived = Renderer.Value.Render(shown, Templates.Now);
            Assert.True(derived.Writ is not null, $"{example}: {string.Join('\n', derived.Problems)}");
            Assert.Empty(Found(original, Everything(derived.Writ), "P1", "P2", "P3", "P5").Select(value => $"{example}: {value}"));

            // The form stays where it is: as many pages, every place to sign and to seal where it was.
            var whole = Renderer.Value.Render(original, Templates.Now, RenderStop.Layout).Writ!.Layout!;
            Assert.Equal(Places(whole), Places(derived.Writ.Layout!));
        }
    }

    [Theory]
    [MemberData(nameof(Packs))]
    public void The_document_for_the_party_holds_nothing_of_protected_persons(string id)
    {
        foreach (var (example, original, shown) in Prepared(id, Audience.Party))
        {
            // What is printed comes from the manuscript and what is attached is the data; the file as such is looked at for the public.
            var writ = Renderer.Value.Render(shown, Templates.Now, RenderStop.Manuscript).Writ;
            Assert.True(writ is not null, example);
            Assert.Empty(Found(original, Bare(writ.Manuscript + Encoding.UTF8.GetString(CanonicalJson.Write(shown.Data))), "P2").Select(value => $"{example}: {value}"));
        }
    }

    /// <summary>Every example with what an audience may see of it; internal papers are refused instead.</summary>
    private static IEnumerable<(string Example, CheckedData Original, CheckedData Shown)> Prepared(string id, Audience audience)
    {
        var pack = Templates.Library.Find(id)!;
        foreach (var example in pack.Examples.Where(example => !example.IsRejected))
        {
            var original = pack.Check(JsonElement.Parse(example.Json.Span), Templates.Library.Profiles[example.Profile], Templates.Now).Checked!;
            var prepared = Writ.Documents.Disclosing.Prepare(original, new Derivation(audience));
            if (pack.Kind is PackKind.Internal or PackKind.Dossier) Assert.Equal("audience-refused", Assert.Single(prepared.Problems).Code);
            else yield return (example.Name, original, prepared.Checked!);
        }
    }

    private static IEnumerable<string> Found(CheckedData original, string everything, params string[] secret) =>
        Values(JsonElement.Parse(original.Pack.Schema.Json.Span), original.Data, secret).Select(Bare).Where(value => value.Length > 1).Distinct()
            .Where(value => everything.Contains(value, StringComparison.Ordinal));

    private static string[] Places(Layout layout) =>
        [.. layout.Pages.SelectMany((page, index) => page.Items.Where(item => item is SlotPlace or SealPlace).Select(item => $"{index} {item}"))];

    /// <summary>The text of the pages, what is attached, and every object of the file: metadata, fields, bookmarks.</summary>
    private static string Everything(RenderedWrit writ)
    {
        var file = PdfFile.Open(writ.Pdf);
        var text = new StringBuilder();
        foreach (var page in writ.Layout!.Pages)
            foreach (var run in page.Items.OfType<GlyphRun>()) text.Append(run.Text);
        foreach (var node in writ.Layout.Structure) text.Append(node.Attributes.Alternate).Append(node.Attributes.ActualText).Append(node.Attributes.Title);
        // Attached data, metadata and the names of fields stand in the dump as text.
        var dump = PdfDump.Write(file);
        Assert.Contains("\"derived\":", dump, StringComparison.Ordinal);
        Assert.Contains("<writ:audience>public</writ:audience>", dump, StringComparison.Ordinal);
        text.Append(dump);
        return Bare(text.ToString());
    }

    // By the schema the pack hands out. Classes under a condition are looked at one by one, in DisclosureTests.
    private static IEnumerable<string> Values(JsonElement schema, JsonElement value, string[] secret) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Values(schema.GetProperty("properties").GetProperty(member.Name), member.Value, secret)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Values(schema.GetProperty("items"), item, secret)),
        JsonValueKind.String when secret.Contains(schema.GetProperty("x-privacy").GetString()) && !schema.TryGetProperty("x-privacy-when", out _) && !schema.TryGetProperty("enum", out _) =>
            value.GetString()!.Split('\n'),
        _ => [],
    };

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
