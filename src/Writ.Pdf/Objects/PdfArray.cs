using System.Collections;

namespace Writ.Pdf;

/// <summary>An array (ISO 32000-2, 7.3.6).</summary>
public sealed record PdfArray : PdfObject, IReadOnlyList<PdfObject>
{
    private readonly PdfObject[] items;

    private PdfArray(PdfObject[] items) => this.items = items;

    public static readonly PdfArray Empty = new([]);

    public static PdfArray Of(params ReadOnlySpan<PdfObject> items) => new(items.ToArray());
    public static PdfArray Of(IEnumerable<PdfObject> items) => new([.. items]);

    /// <summary>A rectangle or any other row of numbers.</summary>
    public static PdfArray Numbers(params ReadOnlySpan<double> numbers)
    {
        var objects = new PdfObject[numbers.Length];
        for (var i = 0; i < objects.Length; i++) objects[i] = PdfObject.Of(numbers[i]);
        return new PdfArray(objects);
    }

    /// <summary>Takes the array as it is; the caller keeps no hand on it.</summary>
    internal static PdfArray Own(PdfObject[] items) => new(items);

    public int Count => items.Length;
    public PdfObject this[int index] => items[index];
    public ReadOnlySpan<PdfObject> AsSpan() => items;

    public PdfArray Append(PdfObject item) => new([.. items, item]);

    public bool Equals(PdfArray? other) => other is not null && items.AsSpan().SequenceEqual(other.items);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in items) hash.Add(item);
        return hash.ToHashCode();
    }

    public IEnumerator<PdfObject> GetEnumerator() => ((IEnumerable<PdfObject>)items).GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
}
