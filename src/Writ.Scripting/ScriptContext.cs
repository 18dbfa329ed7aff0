using System.Collections.Concurrent;

namespace Writ.Scripting;

/// <summary>
/// What a render may see of the world beside its model: other templates, the time, the working-day calendar.
/// Immutable and thread-safe; included templates are parsed once for each context and kept.
/// </summary>
public sealed class ScriptContext
{
    private readonly ConcurrentDictionary<(string Name, ScriptOptions Options), Script?> parsed = new();
    private readonly Func<string, string?> include;

    /// <param name="include">Text of the named template, or null when there is none.</param>
    public ScriptContext(Func<string, string?>? include = null)
    {
        HasIncludes = include is not null;
        this.include = include ?? (static _ => null);
    }

    public ScriptContext(IReadOnlyDictionary<string, string> includes)
        : this(name => includes.GetValueOrDefault(name))
    {
    }

    /// <summary>No includes, no clock, no calendar.</summary>
    public static ScriptContext Nothing { get; } = new();

    /// <summary>What <c>date.now</c> answers; null makes it an error.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Holidays and make-up working days for <c>cn.add_working_days</c>; null makes these functions an error.</summary>
    public WorkingCalendar? Calendar { get; init; }

    /// <summary>What <c>math.random</c> and <c>math.uuid</c> start from in each render; null makes them an error.</summary>
    public ulong? Seed { get; init; }

    internal bool HasIncludes { get; }

    /// <summary>The parsed template, null when there is none. Throws <see cref="ScriptException"/> when it cannot be read.</summary>
    internal Script? Find(string name, ScriptOptions options)
    {
        if (parsed.TryGetValue((name, options), out Script? known))
            return known;
        string? text = include(name);
        Script? script = text is null ? null : Script.Parse(text, name, options with { Mode = ScriptMode.Template });
        parsed[(name, options)] = script;
        return script;
    }
}
