using Writ.Pdf;

namespace Writ.Sealing.Checking;

/// <summary>What could not be read, in both languages: the readers tell it in English, with a place, and with the clause by which the Chinese is found.</summary>
internal static class FormatReasons
{
    // The longest beginning of a clause comes before the shorter ones.
    private static readonly (string Clause, string Zh)[] Clauses =
    [
        ("PdfLimits.FileBytes", "文件超过可以处理的大小"),
        ("PdfLimits.Revisions", "修订的数目超过上限"),
        ("PdfLimits.Depth", "对象嵌套或者引用的层数超过上限"),
        ("PdfLimits.ExpandedBytes", "数据流解压后超过上限"),
        ("PdfLimits", "对象的数目或者读取所需的工作超过上限"),
        ("ISO 32000-2, 7.3.8", "数据流没有按规范写成或者没有结束"),
        ("ISO 32000-2, 7.3.10", "列出的位置上没有对象"),
        ("ISO 32000-2, 7.2", "对象的语法不合规范"),
        ("ISO 32000-2, 7.3", "对象的语法不合规范"),
        ("ISO 32000-2, 7.4", "数据流的编码无法解开"),
        ("ISO 32000-2, 7.5.2", "不是 PDF 文件"),
        ("ISO 32000-2, 7.5.4", "交叉引用表不合规范"),
        ("ISO 32000-2, 7.5.5", "文件尾（startxref、trailer）缺失或者不合规范"),
        ("ISO 32000-2, 7.5.6", "修订的次序（/Prev）绕回或者颠倒"),
        ("ISO 32000-2, 7.5.7", "对象流不合规范"),
        ("ISO 32000-2, 7.5.8", "交叉引用流不合规范"),
        ("ISO 32000-2, 7.6.4.4", "文件已加密，需要口令才能打开"),
        ("ISO 32000-2, 7.6", "文件的加密方式不受支持，或者加密数据不合规范"),
        ("ISO 32000-2, 7.7.2", "文件目录缺失或者不合规范"),
        ("ISO 32000-2, 7.9.6", "名称树不合规范"),
        ("ISO 32000-2, 12.7.4", "表单域的数目或者层数超过上限"),
    ];

    public static Reason Of(PdfFormatException fault) =>
        new($"{Clauses.FirstOrDefault(known => fault.Clause.StartsWith(known.Clause, StringComparison.Ordinal)).Zh ?? "内容不合规范"}（{Place(fault.Offset)}{fault.Clause}）", fault.Message);

    public static Reason Of(CmsFormatException fault) => new($"签名数据（CMS）的第 {fault.Offset} 字节处不合规范", fault.Message);

    public static Reason Of(Exception fault) => fault switch
    {
        PdfFormatException unreadable => Of(unreadable),
        CmsFormatException malformed => Of(malformed),
        _ => new("其中的密钥或者证书数据无法解读", fault.Message),
    };

    public static string Zh(AnomalyKind kind) => kind switch
    {
        AnomalyKind.HeaderNotFirst => "文件不以文件头开始",
        AnomalyKind.TrailingBytes => "文件结束标记之后还有内容",
        AnomalyKind.TrailingBlanks => "文件结束标记之后还有空白",
        AnomalyKind.CommentBeforeEnd => "结束标记之前有注释",
        AnomalyKind.TrailerIncomplete => "文件尾没有写明文件目录",
        AnomalyKind.EndMissing => "修订没有按规范结束",
        AnomalyKind.StartXrefMismatch => "结束处所指的不是本修订的交叉引用表",
        AnomalyKind.SeveralEndsOfFile => "修订之内另有结束标记",
        AnomalyKind.JunkBetweenObjects => "对象之间有不明内容",
        AnomalyKind.CommentBetweenObjects => "对象之间有注释",
        AnomalyKind.UnlistedObject => "有未列入交叉引用表的对象",
        AnomalyKind.OffsetMismatch => "列出的位置上不是该对象",
        AnomalyKind.ForeignOffset => "列出的位置在本修订之外",
        AnomalyKind.ForeignObjectStream => "对象列在他处的对象流中",
        AnomalyKind.DuplicateEntry => "同一对象列出两次",
        AnomalyKind.BeyondSize => "对象编号超出所声明的范围",
        AnomalyKind.LooseXref => "交叉引用表的写法不严格",
        AnomalyKind.HybridDifference => "两种交叉引用表指向不同的对象",
        AnomalyKind.DuplicateKey => "字典中同一键出现两次",
        AnomalyKind.LengthMismatch => "数据流的长度与声明不符",
        AnomalyKind.EndObjectMissing => "对象没有按规范结束",
        AnomalyKind.Unreadable => "对象无法读取",
        AnomalyKind.Repaired => "交叉引用表已损坏，只能逐个搜寻对象",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string Place(long offset) => offset < 0 ? "" : $"第 {offset} 字节处，";
}
