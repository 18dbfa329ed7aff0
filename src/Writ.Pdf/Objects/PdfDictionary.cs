using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Writ.Pdf;

/// <summary>A dictionary (ISO 32000-2, 7.3.7) in the order of the file. Compared by value: order and places do not count.
/// Keys that occur twice are kept; the last one is the one found, and <see cref="DuplicateKeys"/> tells.</summary>
public sealed record PdfDictionary : PdfObject, IReadOnlyList<PdfEntry>
{
    private const int LinearSearchLimit = 24;

    private readonly PdfEntry[] entries;
    private readonly Dictionary<string, int>? index;

    private PdfDictionary(PdfEntry[] entries, IReadOnlyList<string>? duplicates)
    {
        this.entries = entries;
        DuplicateKeys = duplicates ?? [];
        if (entries.Length <= LinearSearchLimit) return;
        index = new Dictionary<string, int>(entries.Length, StringComparer.Ordinal);
        for (var i = 0; i < entries.Length; i++) index[entries[i].Key] = i;
    }

    public static readonly PdfDictionary Empty = new([], null);

    /// <summary>A dictionary of the given entries in this order; entries whose value is null (not the null object) are left out.</summary>
    public static PdfDictionary Of(params ReadOnlySpan<(string Key, PdfObject? Value)> entries)
    {
        var kept = new List<PdfEntry>(entries.Length);
        foreach (var (key, value) in entries)
        {
            if (value is null) continue;
            foreach (var entry in kept)
                if (entry.Key == key) throw new ArgumentException($"The key {key} occurs twice.", nameof(entries));
            kept.Add(new PdfEntry(key, value, PdfSpan.None));
        }
        return new PdfDictionary([.. kept], null);
    }

    public static PdfDictionary Of(IEnumerable<KeyValuePair<string, PdfObject>> entries)
    {
        var read = Read([.. entries.Select(e => new PdfEntry(e.Key, e.Value, PdfSpan.None))]);
        return read.DuplicateKeys.Count == 0 ? read : throw new ArgumentException($"The key {read.DuplicateKeys[0]} occurs twice.", nameof(entries));
    }

    /// <summary>What a file says, duplicates included.</summary>
    internal static PdfDictionary Read(PdfEntry[] entries)
    {
        List<string>? duplicates = null;
        if (entries.Length <= LinearSearchLimit)
        {
            for (var i = 1; i < entries.Length; i++)
                for (var j = 0; j < i; j++)
                    if (entries[i].Key == entries[j].Key) { (duplicates ??= []).Add(entries[i].Key); break; }
        }
        else
        {
            var seen = new HashSet<string>(entries.Length, StringComparer.Ordinal);
            foreach (var entry in entries)
                if (!seen.Add(entry.Key)) (duplicates ??= []).Add(entry.Key);
        }
        return new PdfDictionary(entries, duplicates);
    }

    /// <summary>Keys that stand more than once in the file, each as often as it is repeated.</summary>
    public IReadOnlyList<string> DuplicateKeys { get; }

    public int Count => entries.Length;
    PdfEntry IReadOnlyList<PdfEntry>.this[int position] => entries[position];
    public ReadOnlySpan<PdfEntry> Entries => entries;

    /// <summary>The value as it stands (perhaps a reference), or null when the key is absent or its value is the null object.</summary>
    public PdfObject? this[string key] => Find(key) is var i and >= 0 && entries[i].Value is not PdfNull ? entries[i].Value : null;

    public bool Has(string key) => this[key] is not null;

    public bool TryGet<T>(string key, [NotNullWhen(true)] out T? value) where T : PdfObject
    {
        value = this[key] as T;
        return value is not null;
    }

    /// <summary>The direct name under the key, or null.</summary>
    public string? Name(string key) => (this[key] as PdfName)?.Value;

    /// <summary>The direct integer under the key, or null.</summary>
    public long? Integer(string key) => (this[key] as PdfInteger)?.Value;

    /// <summary>Where the value's token stands in the file, or <see cref="PdfSpan.None"/>.</summary>
    public PdfSpan SpanOf(string key) => Find(key) is var i and >= 0 ? entries[i].ValueSpan : PdfSpan.None;

    /// <summary>The same dictionary with this value: in the old entry's place, or at the end.</summary>
    public PdfDictionary With(string key, PdfObject value)
    {
        var entry = new PdfEntry(key, value, PdfSpan.None);
        var position = Find(key);
        if (position < 0) return new PdfDictionary([.. entries, entry], DuplicateKeys);
        var copy = entries.ToArray();
        copy[position] = entry;
        return new PdfDictionary(copy, DuplicateKeys);
    }

    public PdfDictionary Without(string key)
    {
        if (Find(key) < 0) return this;
        return Read([.. entries.Where(e => e.Key != key)]);
    }

    public bool Equals(PdfDictionary? other)
    {
        if (other is null || other.entries.Length != entries.Length || other.DuplicateKeys.Count != DuplicateKeys.Count) return false;
        if (DuplicateKeys.Count > 0) return entries.AsSpan().SequenceEqual(other.entries, SameEntry.Instance);
        foreach (var entry in entries)
            if (other.Find(entry.Key) is not (var i and >= 0) || !other.entries[i].Value.Equals(entry.Value)) return false;
        return true;
    }

    public override int GetHashCode()
    {
        var sum = entries.Length;
        foreach (var entry in entries) sum = unchecked(sum + HashCode.Combine(entry.Key, entry.Value));
        return sum;
    }

    public IEnumerator<PdfEntry> GetEnumerator() => ((IEnumerable<PdfEntry>)entries).GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => entries.GetEnumerator();

    private int Find(string key)
    {
        if (index is not null) return index.TryGetValue(key, out var position) ? position : -1;
        for (var i = entries.Length - 1; i >= 0; i--)
            if (entries[i].Key == key) return i;
        return -1;
    }

    private sealed class SameEntry : IEqualityComparer<PdfEntry>
    {
        public static readonly SameEntry Instance = new();
        public bool Equals(PdfEntry x, PdfEntry y) => x.Key == y.Key && x.Value.Equals(y.Value);
        public int GetHashCode(PdfEntry entry) => entry.Key.GetHashCode(StringComparison.Ordinal);
    }
}
