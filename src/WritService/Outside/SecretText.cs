using System.Security.Cryptography;
using System.Text;

namespace Writ.Outside;

/// <summary>The text of a key or password file for as long as it is needed: disposing overwrites every copy this class made. It shows nothing of itself.</summary>
internal sealed class SecretText : IDisposable
{
    private readonly char[] text;
    private readonly int length;

    private SecretText(char[] text, int length)
    {
        this.text = text;
        this.length = length;
    }

    /// <summary>Empty once disposed.</summary>
    public ReadOnlySpan<char> Value => text.AsSpan(0, length);

    /// <summary>Reads a file of UTF-8 text, without the ends of line after it.</summary>
    public static SecretText Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        char[] text = new char[bytes.Length];
        int length = Encoding.UTF8.GetChars(bytes, text);
        CryptographicOperations.ZeroMemory(bytes);
        while (length > 0 && text[length - 1] is '\r' or '\n')
            length--;
        return new SecretText(text, length);
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(System.Runtime.InteropServices.MemoryMarshal.AsBytes(text.AsSpan()));

    public override string ToString() => "secret";
}
