namespace Writ.Documents;

/// <summary>The stages of the procedure a writ can belong to (阶段), in their order.</summary>
public static class Stage
{
    public static IReadOnlyList<string> All { get; } =
    [
        "来源立案", "调查取证", "强制措施", "审核决定", "送达执行", "归档管理", "行政许可", "投诉举报", "信息公示", "内部监督",
    ];
}
