using System.Collections.Immutable;
using System.Text.Json;
using Writ.Typesetting;

namespace Writ.Outside;

/// <summary>Opens the font files that a mapping (<c>fonts.json</c>) gives to the roles. A file that serves several roles is opened once.</summary>
internal static class FontFiles
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <exception cref="FileNotFoundException">A font that is not optional is absent; the message names the package that has it.</exception>
    /// <exception cref="InvalidDataException">The mapping or a font file cannot be read.</exception>
    public static FontLibrary Open(string mapping)
    {
        Mapping roles = JsonSerializer.Deserialize<Mapping>(File.ReadAllBytes(mapping), Strict) ?? throw new InvalidDataException($"{mapping} is empty.");
        string folder = Path.GetDirectoryName(Path.GetFullPath(mapping))!;
        Dictionary<(string, int), FontFace> opened = [];
        Dictionary<string, ReadOnlyMemory<byte>> mapped = [];
        return new FontLibrary(roles.Roles.Select(role => KeyValuePair.Create(role.Key, Chain(role.Key, role.Value))));

        ImmutableArray<FontFace> Chain(string role, IReadOnlyList<Entry> entries)
        {
            ImmutableArray<FontFace>.Builder faces = ImmutableArray.CreateBuilder<FontFace>();
            foreach (Entry entry in entries)
            {
                string file = Path.Combine(folder, entry.File);
                if (File.Exists(file))
                    faces.Add(Face(file, entry.Index));
                else if (!entry.Optional)
                    throw new FileNotFoundException($"字体缺失 · A font is missing: {file} (role {role}). Install the package {entry.Package}: .setup/fonts.sh", file);
            }
            return faces.Count > 0 ? faces.ToImmutable() : throw new InvalidDataException($"{mapping}: no font of the role {role} is installed. Run .setup/fonts.sh");
        }

        FontFace Face(string file, int index)
        {
            if (opened.TryGetValue((file, index), out FontFace? known))
                return known;
            if (!mapped.TryGetValue(file, out ReadOnlyMemory<byte> bytes))
                mapped.Add(file, bytes = MappedFile.Open(file));
            try
            {
                FontFace face = FontFace.Open(bytes, index, Path.GetFileNameWithoutExtension(file));
                opened.Add((file, index), face);
                return face;
            }
            catch (FontFormatException fault)
            {
                throw new InvalidDataException($"{file}, face {index}: {fault.Message}", fault);
            }
        }
    }

    private sealed record Mapping(IReadOnlyDictionary<string, IReadOnlyList<Entry>> Roles);

    private sealed record Entry(string File, string Package, int Index = 0, bool Optional = false);
}
