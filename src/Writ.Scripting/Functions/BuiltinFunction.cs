using System.Text.Json;
using System.Text.RegularExpressions;

namespace Writ.Scripting;

/// <summary>A function of the library. The signature names its parameters: <c>"text length ellipsis?"</c>; <c>?</c> = may be left out, <c>*</c> = any number more.</summary>
internal sealed class BuiltinFunction : ScriptFunction
{
    private readonly string[] names;
    private readonly int required;
    private readonly bool isVariadic;
    private readonly Func<Arguments, ScriptValue> body;

    public BuiltinFunction(string signature, Func<Arguments, ScriptValue> body)
    {
        string[] words = signature.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        isVariadic = words.Length > 0 && words[^1].EndsWith('*');
        names = [.. words.Where(static word => !word.EndsWith('*')).Select(static word => word.TrimEnd('?'))];
        required = words.Count(static word => !word.EndsWith('?') && !word.EndsWith('*'));
        this.body = body;
    }

    public int Required => required;

    public int Most => isVariadic ? int.MaxValue : names.Length;

    public override ScriptValue Call(Run run, CallSite site, ArgumentList given)
    {
        ScriptValue?[] values = new ScriptValue?[names.Length];
        SyntaxNode?[] places = new SyntaxNode?[names.Length];
        ArgumentList? rest = isVariadic ? new ArgumentList(0) : null;
        int position = 0;
        int count = 0;
        for (int i = 0; i < given.Count; i++)
        {
            BoundArgument argument = given[i];
            int index = argument.Name is null ? -1 : Array.IndexOf(names, argument.Name);
            if (argument.Name is not null && index < 0 && rest is not null)
            {
                rest.Add(argument.Value, argument.Place, argument.Name);
                continue;
            }
            if (index < 0)
                index = position;
            position = Math.Max(position, index + 1);
            if (index >= names.Length)
            {
                if (rest is null)
                    throw run.Fault(site.Place, $"Argument index must be < {names.Length} (Parameter 'index')");
                rest.Add(argument.Value, argument.Place);
                continue;
            }
            values[index] = argument.Value;
            places[index] = argument.Place;
            count++;
        }
        for (int i = 0; i < required; i++)
            if (values[i] is null)
                throw run.FaultAfter(site.Node, $"Invalid number of arguments `{count}` passed to `{site.Node.Range.Text}` while expecting `{required}` arguments");
        run.EnterCall(site.Place);
        try
        {
            return body(new Arguments(run, site, names, values, places, rest));
        }
        // The platform refuses what the script handed on: a format, a pattern, a number out of range.
        catch (Exception refused) when (refused is FormatException or ArgumentException or ArithmeticException or RegexMatchTimeoutException or JsonException)
        {
            throw run.Fault(site.Place, refused.Message);
        }
        finally
        {
            run.LeaveCall();
        }
    }
}
