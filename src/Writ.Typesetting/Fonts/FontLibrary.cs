using System.Collections.Immutable;

namespace Writ.Typesetting;

/// <summary>
/// Roles (song, fangsong, hei, kai, title …) and the chain of faces that prints each. Bold text in role R is printed by the role
/// "R-bold" where there is one, else by "hei" (the emphasis of Chinese official type is a change of face), else by R itself.
/// Immutable; one instance serves every request.
/// </summary>
public sealed class FontLibrary
{
    private const string BoldSuffix = "-bold";
    private const string Emphasis = "hei";
    private readonly Dictionary<string, FontChain> regular;
    private readonly Dictionary<string, FontChain> bold;

    /// <param name="roles">Role → its faces in order; a role with no face is an <see cref="ArgumentException"/>.</param>
    public FontLibrary(IEnumerable<KeyValuePair<string, ImmutableArray<FontFace>>> roles)
    {
        regular = roles.ToDictionary(role => role.Key, role => new FontChain(role.Key, role.Value), StringComparer.Ordinal);
        bold = regular.Keys.ToDictionary(role => role, BoldOf, StringComparer.Ordinal);
        Roles = [.. regular.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>In ordinal order.</summary>
    public ImmutableArray<string> Roles { get; }

    public bool Has(string role) => regular.ContainsKey(role);

    /// <summary>The chain that prints a role; ask once per style, then <see cref="FontChain.Resolve"/> per character.</summary>
    /// <exception cref="ArgumentException">The library has no such role.</exception>
    public FontChain Chain(string role, bool bold = false) =>
        (bold ? this.bold : regular).TryGetValue(role, out FontChain? chain)
            ? chain
            : throw new ArgumentException($"No fonts are mapped to the role {role}; mapped are {string.Join(", ", Roles)}.", nameof(role));

    /// <summary>Null when no face of the role's chain has the character: the caller reports it, nothing prints in its place.</summary>
    public ResolvedGlyph? Resolve(string role, bool bold, int codePoint) => Chain(role, bold).Resolve(codePoint);

    private FontChain BoldOf(string role)
    {
        if (role.EndsWith(BoldSuffix, StringComparison.Ordinal))
            return regular[role];
        return regular.GetValueOrDefault(role + BoldSuffix)
            ?? regular.GetValueOrDefault(Emphasis + BoldSuffix)
            ?? regular.GetValueOrDefault(Emphasis)
            ?? regular[role];
    }
}
