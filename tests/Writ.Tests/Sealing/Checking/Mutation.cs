namespace Writ.Tests.Sealing.Checking;

/// <summary>A document with one to three of the things that happen to files: bytes changed, lost, repeated or slipped in, numbers altered, another file behind.</summary>
internal static class Mutation
{
    public static byte[] Of(byte[] original, byte[][] others, Random random)
    {
        var bytes = new List<byte>(original);
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 64), bytes.Count - at);
            switch (random.Next(9))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveRange(at, length); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                case 3: bytes.RemoveRange(at, bytes.Count - at); break;
                case 4: Number(bytes, at, random); break;
                case 5: bytes.AddRange(others[random.Next(others.Length)]); break;
                case 6: Overwrite(bytes, at, bytes.GetRange(random.Next(bytes.Count - length + 1), length)); break;
                case 7: Overwrite(bytes, at, Token(random)); break;
                default: bytes.InsertRange(at, Token(random)); break;
            }
            if (bytes.Count == 0)
                bytes.Add(0);
        }
        return [.. bytes];
    }

    private static byte[] Token(Random random)
    {
        string[] tokens = ["<<", ">>", "[", "]", "endobj", "stream", "endstream", "xref\n0 1\n", "trailer", "startxref\n0\n%%EOF\n", "/Prev 9", "/Contents", "/ByteRange", "null", "1 0 R", "0 65535 f", "99999999999", "-1", "<", ">", "(", ")", "%"];
        return System.Text.Encoding.ASCII.GetBytes(tokens[random.Next(tokens.Length)]);
    }

    private static void Overwrite(List<byte> bytes, int at, IReadOnlyList<byte> with)
    {
        for (var i = 0; i < with.Count && at + i < bytes.Count; i++)
            bytes[at + i] = with[i];
    }

    // The next number of the file becomes another.
    private static void Number(List<byte> bytes, int at, Random random)
    {
        var digit = bytes.FindIndex(at, b => b is >= (byte)'0' and <= (byte)'9');
        if (digit >= 0)
            bytes[digit] = (byte)('0' + random.Next(10));
    }
}
