using System.Collections;
using System.Reflection;
using Writ.Scripting;

namespace Writ.Tests.Scripting;

/// <summary>Whether two syntax trees are equal: same nodes, same values, whatever their places.</summary>
internal static class TreeComparison
{
    public static string? Difference(object? left, object? right, string path = "")
    {
        if (left is null || right is null)
            return left is null && right is null ? null : $"{path}: one is missing";
        if (left.GetType() != right.GetType())
            return $"{path}: {left.GetType().Name} / {right.GetType().Name}";
        if (left is string or char or bool or int or Enum)
            return left.Equals(right) ? null : $"{path}: {left} / {right}";
        if (left is ScriptValue)
            return left.ToString() == right.ToString() ? null : $"{path}: {left} / {right}";
        if (left is IEnumerable these && right is IEnumerable those)
            return Lists(these.Cast<object>().ToList(), those.Cast<object>().ToList(), path);
        foreach (PropertyInfo property in left.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            // Places differ by nature; what an `if` prints before `case` choices is part of the passage.
            if (property.PropertyType == typeof(SourceRange) || property.Name is "Children" or "Begin" or "OutputBegin" or "Indent" && left is not Passage || property.Name is "Begin" or "OutputBegin")
                continue;
            if (Difference(property.GetValue(left), property.GetValue(right), $"{path}.{property.Name}") is { } found)
                return found;
        }
        return null;
    }

    private static string? Lists(List<object> these, List<object> those, string path)
    {
        if (these.Count != those.Count)
            return $"{path}: {these.Count} / {those.Count} nodes";
        for (int i = 0; i < these.Count; i++)
            if (Difference(these[i], those[i], $"{path}[{i}]") is { } found)
                return found;
        return null;
    }
}
