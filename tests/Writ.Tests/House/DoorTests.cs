using System.Reflection;

namespace Writ.Tests.House;

/// <summary>The doors: every type a room shows the others. All else is internal.</summary>
public sealed class DoorTests
{
    [Theory]
    [InlineData("Writ.Scripting")]
    [InlineData("Writ.Typesetting")]
    [InlineData("Writ.Pdf")]
    [InlineData("Writ.Sealing")]
    [InlineData("Writ.Documents")]
    public void Public_types_are_known_by_name(string room) =>
        Golden.Check($"house/doors/{room}.txt", string.Concat(Assembly.Load(room).GetExportedTypes()
            .Select(type => $"{Kind(type)} {type.FullName!.Replace('+', '.')}\n").Order(StringComparer.Ordinal)));

    private static string Kind(Type type) =>
        type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct"
        : typeof(Exception).IsAssignableFrom(type) ? "exception" : type.IsAbstract && type.IsSealed ? "static" : type.IsAbstract ? "abstract" : type.IsSealed ? "sealed" : "open";
}
