using Writ.Pdf;
using Writ.Sealing.Checking.Seals;

namespace Writ.Sealing.Checking;

/// <param name="Problem">Null when the range is right.</param>
/// <param name="GapStart">Offset of the <c>&lt;</c> of /Contents.</param>
/// <param name="GapEnd">Offset after its <c>&gt;</c>.</param>
/// <param name="End">Where the covered bytes end.</param>
internal readonly record struct ByteRangeResult(Reason? Problem, int GapStart, int GapEnd, int End);

/// <summary>/ByteRange is four direct integers that leave out exactly one hexadecimal string: the /Contents of this dictionary.</summary>
internal static class ByteRangeRule
{
    private static readonly System.Buffers.SearchValues<byte> HexadecimalDigits = System.Buffers.SearchValues.Create("0123456789ABCDEFabcdef"u8);

    public static ByteRangeResult Check(ReadOnlySpan<byte> file, PdfDictionary signature)
    {
        if (signature.DuplicateKeys.Count > 0)
            return Wrong($"签名字典的键 /{signature.DuplicateKeys[0]} 出现两次", $"the key {signature.DuplicateKeys[0]} occurs twice");
        // Table 255: /Type may be left out, /Filter may not; a value of another kind is a way of being read by some and not by others.
        if (signature.Has("Type") && signature["Type"] is not PdfName { Value: "Sig" or "DocTimeStamp" })
            return Wrong("签名字典的 /Type 不是签名的类型", "/Type is not that of a signature");
        if (signature["Filter"] is not PdfName)
            return Wrong("签名字典的 /Filter 不是名称", "/Filter is not a name");
        // ISO 32000-2, 12.8.1: an array of pairs of integers; readers accept four direct ones only
        if (signature["ByteRange"] is not PdfArray { Count: 4 } range)
            return Wrong("/ByteRange 不是直接写出的四个数", "/ByteRange is not a direct array of four numbers");
        Span<long> numbers = stackalloc long[4];
        for (var i = 0; i < 4; i++)
        {
            if (range[i] is not PdfInteger { Value: >= 0 and <= int.MaxValue } number)
                return Wrong("/ByteRange 中有不是偏移量的成员", "/ByteRange has a member that is not an offset");
            numbers[i] = number.Value;
        }
        if (numbers[0] != 0)
            return Wrong("/ByteRange 不从文件开头算起", "/ByteRange does not begin with the file");
        if (numbers[1] >= numbers[2] || numbers[2] + numbers[3] > file.Length || numbers[3] == 0)
            return Wrong("/ByteRange 的范围颠倒或者超出文件", "/ByteRange does not lie inside the file in order");

        var (start, end) = ((int)numbers[1], (int)numbers[2]);
        if (signature["Contents"] is not PdfString { Hexadecimal: true })
            return Wrong("/Contents 不是直接写出的十六进制串", "/Contents is not a direct hexadecimal string");
        var span = signature.SpanOf("Contents");
        if (span.IsNone || span.Start != start || span.End != end)
            return Wrong("/ByteRange 空出的部分不恰好是 /Contents", "the gap of /ByteRange is not exactly /Contents");
        if (file[start] != (byte)'<' || file[end - 1] != (byte)'>' || (end - start) % 2 != 0)
            return Wrong("/ByteRange 空出的部分不是一个十六进制串", "the gap of /ByteRange is not one hexadecimal string");
        var digits = file[(start + 1)..(end - 1)];
        if (digits.ContainsAnyExcept(HexadecimalDigits))
            return Wrong("/ByteRange 空出的部分含有十六进制数字以外的内容", "the gap of /ByteRange holds something else than hexadecimal digits");
        // The case of a digit is the one thing in the gap that can change and change nothing; our own are written in one case.
        if (signature.Has(SealRestrictions.ActKey) && digits.ContainsAnyInRange((byte)'A', (byte)'F') && digits.ContainsAnyInRange((byte)'a', (byte)'f'))
            return Wrong("/ByteRange 空出部分的十六进制数字大小写混用", "the hexadecimal digits in the gap of /ByteRange are of both cases");
        return new ByteRangeResult(null, start, end, (int)(numbers[2] + numbers[3]));

        static ByteRangeResult Wrong(string zh, string en) => new(new Reason(zh, en), 0, 0, 0);
    }
}
