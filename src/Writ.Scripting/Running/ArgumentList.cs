namespace Writ.Scripting;

/// <summary>The evaluated arguments of a call, the piped value first.</summary>
internal sealed class ArgumentList(int capacity)
{
    public static readonly ArgumentList None = new(0);

    private BoundArgument[] items = capacity == 0 ? [] : new BoundArgument[capacity];

    public int Count { get; private set; }

    public BoundArgument this[int index] => items[index];

    public void Add(ScriptValue value, SyntaxNode place, string? name = null)
    {
        if (Count == items.Length)
            Array.Resize(ref items, Math.Max(4, items.Length * 2));
        items[Count++] = new BoundArgument(value, place, name);
    }
}
