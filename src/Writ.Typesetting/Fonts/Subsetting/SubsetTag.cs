using System.Security.Cryptography;

namespace Writ.Typesetting;

/// <summary>ISO 32000-2, 9.9.2: a subset's name starts with six capital letters; ours are the start of its bytes' SHA-256.</summary>
internal static class SubsetTag
{
    public const int Letters = 6;

    public static string Of(ReadOnlySpan<byte> program)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(program, hash);
        Span<char> tag = stackalloc char[Letters];
        for (int i = 0; i < Letters; i++)
            tag[i] = (char)('A' + ((hash[i * 2] << 8) | hash[i * 2 + 1]) % 26);
        return new string(tag);
    }
}
