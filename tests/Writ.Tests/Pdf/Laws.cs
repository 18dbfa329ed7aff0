using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Writ.Pdf;

namespace Writ.Tests.Pdf;

/// <summary>What holds for all values, not only for those somebody thought of.</summary>
public sealed class Laws
{
    [Property(MaxTest = 500)]
    public Property Parsing_what_was_written_gives_it_back() => Prop.ForAll(Arb.From(Objects), value =>
    {
        var buffer = new PdfBuffer();
        ObjectSyntax.Write(buffer, value);
        var parser = new ObjectParser(buffer.Written, 0, new NameTable(), 100, inFile: true);
        return value.Equals(parser.Read()) && parser.Next().Kind == TokenKind.End;
    });

    [Property(MaxTest = 100)]
    public Property A_file_gives_back_its_objects() => Prop.ForAll(Arb.From(Gen.ListOf(Objects)), values =>
    {
        var writer = new PdfWriter();
        var catalog = writer.Reserve();
        var written = values.Select(v => (Reference: writer.Write(v), Value: v)).ToList();
        writer.Write(catalog, PdfDictionary.Of(("Type", new PdfName("Catalog")), ("Pages", PdfDictionary.Empty)));
        var file = PdfFile.OpenStrictly(writer.Finish(catalog));
        return file.Latest.Anomalies.Count == 0 && written.All(w => file.Latest.Get(w.Reference).Equals(w.Value));
    });

    [Property(MaxTest = 200)]
    public Property Streams_give_back_their_data() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), data =>
    {
        var writer = new PdfWriter();
        var catalog = writer.Reserve();
        byte[] repeated = [.. data, .. data, .. data];
        var stream = writer.WriteStream(PdfDictionary.Empty, repeated);
        writer.Write(catalog, PdfDictionary.Of(("Pages", PdfDictionary.Empty)));
        var file = PdfFile.OpenStrictly(writer.Finish(catalog));
        return file.Latest.Decode((PdfStream)file.Latest.Get(stream)).Span.SequenceEqual(repeated);
    });

    private static Gen<PdfObject> Objects => Gen.Sized(size => Object(Math.Min(size, 24)));

    private static Gen<PdfObject> Object(int size)
    {
        var leaf = Gen.OneOf(
            Gen.Constant<PdfObject>(PdfNull.Instance),
            ArbMap.Default.GeneratorFor<bool>().Select(b => (PdfObject)PdfBoolean.Of(b)),
            Gen.Choose(int.MinValue, int.MaxValue).Select(i => (PdfObject)new PdfInteger(i)),
            ArbMap.Default.GeneratorFor<NormalFloat>().Select(f => (PdfObject)new PdfReal(f.Get)),
            Names.Select(n => (PdfObject)new PdfName(n)),
            ArbMap.Default.GeneratorFor<byte[]>().SelectMany(b => Gen.Elements(true, false).Select(h => (PdfObject)new PdfString(b, h))),
            ArbMap.Default.GeneratorFor<NonNull<string>>().Select(t => (PdfObject)PdfString.Text(t.Get)),
            Gen.Choose(1, 10_000).Select(n => (PdfObject)new PdfReference(n)));
        if (size <= 1) return leaf;
        var items = Gen.ListOf(Object(size / 4), 3);
        return Gen.OneOf(
            leaf,
            items.Select(list => (PdfObject)PdfArray.Of(list)),
            items.SelectMany(list => Gen.ListOf(Names, 3).Select(names => (PdfObject)PdfDictionary.Of(
                names.Zip(list).DistinctBy(p => p.First).Select(p => KeyValuePair.Create(p.First, p.Second))))));
    }

    private static Gen<string> Names => Gen.ArrayOf(Gen.Choose(1, 255).Select(c => (char)c)).Select(c => new string(c));
}
