using System.Collections.Immutable;

namespace Writ.Typesetting;

/// <summary>The faces that print one role, in order: a character is printed by the first that has it.</summary>
public sealed class FontChain
{
    private readonly FontFace[] faces;

    internal FontChain(string role, IEnumerable<FontFace> faces)
    {
        Role = role;
        this.faces = [.. faces];
        if (this.faces.Length == 0)
            throw new ArgumentException($"The role {role} has no face.", nameof(faces));
    }

    public string Role { get; }

    public ImmutableArray<FontFace> Faces => [.. faces];

    /// <summary>The face whose metrics the role's lines take.</summary>
    public FontFace First => faces[0];

    /// <summary>Null when no face has the character, or when it must not print at all: private use, control, surrogate, non-character.</summary>
    public ResolvedGlyph? Resolve(int codePoint)
    {
        foreach (FontFace face in faces)
        {
            ushort glyph = face.GlyphFor(codePoint);
            if (glyph != 0)
                return IsPrintable(codePoint) ? new ResolvedGlyph(face, glyph) : null;
        }
        return null;
    }

    // A private-use character means what its font's maker says it means: another machine's font prints another character.
    private static bool IsPrintable(int codePoint) => codePoint switch
    {
        < 0x20 => false,
        >= 0x7F and < 0xA0 => false,
        >= 0xD800 and <= 0xDFFF => false,
        >= 0xE000 and <= 0xF8FF => false,
        >= 0xFDD0 and <= 0xFDEF => false,
        >= 0xF0000 => false,
        _ => (codePoint & 0xFFFE) != 0xFFFE,
    };
}
