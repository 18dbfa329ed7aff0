using System.Globalization;
using System.Text;

namespace Writ.Scripting;

/// <summary>The printed form of values. One value stops at the output limit with <c>...</c>; nesting has a limit of its own.</summary>
internal sealed class ValuePrinter
{
    private readonly StringBuilder text = new();
    private readonly Run? run;
    private readonly int limit;
    private readonly int deepest;
    private readonly IFormatProvider culture;

    private ValuePrinter(Run? run)
    {
        this.run = run;
        limit = run?.Limits.Output ?? int.MaxValue;
        deepest = run?.Limits.ObjectDepth ?? 64;
        culture = run?.Culture ?? CultureInfo.InvariantCulture;
    }

    public static string Print(Run run, ScriptValue value)
    {
        switch (value)
        {
            case ScriptNumber number:
                return number.Text(run.Culture);
            case ScriptBool flag:
                return flag.Value ? "true" : "false";
            case ScriptDate date:
                return DateFormat.Default(run, date.Value);
            case ScriptDuration duration:
                return duration.Value.ToString("c", CultureInfo.InvariantCulture);
        }
        ValuePrinter printer = new(run);
        printer.Write(value, 0, nested: false);
        return printer.text.ToString();
    }

    public static string Invariant(ScriptValue value)
    {
        ValuePrinter printer = new(null);
        printer.Write(value, 0, nested: false);
        return printer.text.ToString();
    }

    private void Write(ScriptValue value, int depth, bool nested)
    {
        if (IsFull)
            return;
        switch (value)
        {
            case ScriptText plain:
                if (nested)
                    text.Append('"').Append(TextEscaping.Escape(plain.Value)).Append('"');
                else
                    text.Append(plain.Value);
                break;
            case ScriptMarkup markup:
                text.Append(markup.Value);
                break;
            case ScriptNull or ScriptEmpty:
                text.Append(nested ? "null" : "");
                break;
            case ScriptBool flag:
                text.Append(flag.Value ? "true" : "false");
                break;
            case ScriptNumber number:
                text.Append(number.Text(culture));
                break;
            case ScriptDate date:
                text.Append(run is null ? date.Value.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) : DateFormat.Default(run, date.Value));
                break;
            case ScriptDuration duration:
                text.Append(duration.Value.ToString("c", CultureInfo.InvariantCulture));
                break;
            case UserFunction function:
                text.Append(function.Body.Range.Text);
                break;
            case ScriptFunction:
                text.Append("<function>");
                break;
            case ScriptObject members:
                WriteObject(members, depth);
                break;
            default:
                WriteList(Lists.TryWalk(value)!, depth);
                break;
        }
        if (IsFull)
        {
            text.Length = Math.Min(text.Length, limit);
            text.Append("...");
        }
    }

    private bool IsFull => text.Length >= limit;

    private void WriteList(IEnumerable<ScriptValue> items, int depth)
    {
        Deeper(depth);
        text.Append('[');
        bool first = true;
        foreach (ScriptValue item in items)
        {
            if (IsFull)
                return;
            if (!first)
                text.Append(", ");
            first = false;
            Write(item, depth + 1, nested: true);
        }
        text.Append(']');
    }

    private void WriteObject(ScriptObject members, int depth)
    {
        Deeper(depth);
        text.Append('{');
        bool first = true;
        foreach ((string name, ScriptValue value) in members.Pairs)
        {
            if (IsFull)
                return;
            if (!first)
                text.Append(", ");
            first = false;
            if (IsName(name))
                text.Append(name);
            else
                text.Append('"').Append(TextEscaping.Escape(name)).Append('"');
            text.Append(": ");
            Write(value, depth + 1, nested: true);
        }
        text.Append('}');
    }

    private void Deeper(int depth)
    {
        if (depth < deepest)
            return;
        const string Message = "Structure is too deeply nested or contains reference loops.";
        throw run is null ? new ScriptException(new ScriptSpan("", 1, 1), Message) : run.FaultHere(Message);
    }

    private static bool IsName(string name)
    {
        if (name.Length == 0 || !(char.IsLetter(name[0]) || name[0] == '_'))
            return false;
        foreach (char c in name)
            if (!char.IsLetterOrDigit(c) && c != '_')
                return false;
        return true;
    }
}
