using Writ.Pdf;

namespace Writ.Sealing.Checking;

/// <summary>Nothing but white space may follow the last complete revision: a reader that searches files for objects would find what no list names.</summary>
internal static class TailRule
{
    /// <param name="length">Of the whole document; the file may be a readable beginning of it.</param>
    public static Reason? Check(PdfFile file, int length, Reason? fault)
    {
        if (fault is not null)
            return new($"签章之后的内容不是完整的修订：{fault.Zh}", $"what follows is no complete revision: {fault.En}");
        return file.Bytes.Span[file.Latest.End..].ContainsAnyExcept(" \r\n\t\0"u8)
            ? new("文件末尾之后还有不属于任何修订的字节", $"{length - file.Latest.End} bytes that belong to no revision follow the end of the file")
            : null;
    }
}
