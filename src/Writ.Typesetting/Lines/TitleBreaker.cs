namespace Writ.Typesetting;

/// <summary>
/// Breaks a title that needs several lines by meaning: no line parts a word of the trade, and the lines come out balanced, so that
/// they stand as a trapezoid or rhombus (GB/T 9704-2012, 7.3.1).
/// </summary>
internal static class TitleBreaker
{
    private const int MostClusters = 400;
    private const double Awkward = 0.35;

    // A title is not parted inside these.
    private static readonly string[] words =
    [
        "市场监督管理局", "市场监督管理", "人民政府", "行政处罚", "行政强制措施", "行政强制", "行政复议", "强制执行", "先行登记保存", "听证", "告知书", "决定书",
        "通知书", "催告书", "审批表", "登记表", "委托书", "确认书", "申请书", "移送书", "笔录", "清单", "回证", "公告", "有限公司", "责任公司", "股份", "责令改正", "责令退款",
        "电子数据", "证据", "协助", "调查", "终结", "报告", "集体讨论", "记录", "案件", "涉嫌", "当事人", "不予", "延期", "分期", "缴纳", "罚款", "关于", "履行",
    ];

    // Good places: a line may well end after these.
    private const string GoodEnds = "的和与及对于为、》”）";

    internal static void Rebreak(ReadOnlySpan<Cluster> clusters, double width, List<LineRange> ranges)
    {
        int count = clusters.Length;
        bool isPlain = count <= MostClusters && ranges.Count <= 8 && ranges.TrueForAll(range => range.End == count || !range.IsLast);
        if (!isPlain)
            return;
        int lines = ranges.Count;
        double ideal = LineMeasure.Natural(clusters, 0, count, isFirstLine: true) / lines;
        double[] penalties = Penalties(clusters);
        // cost[k][i]: the best cost of setting the first i clusters in k lines.
        double[,] cost = new double[lines + 1, count + 1];
        int[,] from = new int[lines + 1, count + 1];
        for (int line = 0; line <= lines; line++)
            for (int end = 0; end <= count; end++)
                cost[line, end] = line == 0 && end == 0 ? 0 : double.PositiveInfinity;
        for (int line = 1; line <= lines; line++)
        {
            for (int start = 0; start < count; start++)
            {
                if (double.IsPositiveInfinity(cost[line - 1, start]))
                    continue;
                double length = 0;
                for (int end = start + 1; end <= count; end++)
                {
                    length += clusters[end - 1].Advance + (end - 1 > start ? clusters[end - 1].Lead : 0);
                    if (length - clusters[end - 1].TrimAfter > width + LineMeasure.Tolerance)
                        break;
                    double here = cost[line - 1, start] + penalties[end] + Unevenness(length, ideal);
                    if (here < cost[line, end])
                    {
                        cost[line, end] = here;
                        from[line, end] = start;
                    }
                }
            }
        }
        if (double.IsPositiveInfinity(cost[lines, count]))
            return;
        int at = count;
        for (int line = lines; line >= 1; line--)
        {
            ranges[line - 1] = new LineRange(from[line, at], at, line == lines);
            at = from[line, at];
        }
    }

    private static double Unevenness(double length, double ideal) => (length - ideal) / ideal * ((length - ideal) / ideal);

    // What ending a line before each cluster costs; the end of the title costs nothing.
    private static double[] Penalties(ReadOnlySpan<Cluster> clusters)
    {
        double[] penalties = new double[clusters.Length + 1];
        for (int end = 1; end < clusters.Length; end++)
            penalties[end] = Penalty(clusters, end);
        return penalties;
    }

    private static double Penalty(ReadOnlySpan<Cluster> clusters, int end)
    {
        if (clusters[end].BreakBefore < BreakPower.Freely)
            return double.PositiveInfinity;
        double penalty = PartsWord(clusters, end) ? Awkward : 0;
        // 的 begins no line, and a line that ends with it reads on well.
        if (clusters[end].CodePoint is '的' or '了' or '等')
            penalty += Awkward;
        else if (clusters[end - 1].CodePoint <= 0xFFFF && GoodEnds.Contains((char)clusters[end - 1].CodePoint, StringComparison.Ordinal))
            penalty -= 0.02;
        return penalty;
    }

    private static bool PartsWord(ReadOnlySpan<Cluster> clusters, int at)
    {
        foreach (string word in words)
        {
            for (int offset = 1; offset < word.Length; offset++)
                if (Reads(clusters, at - offset, word))
                    return true;
        }
        return false;
    }

    private static bool Reads(ReadOnlySpan<Cluster> clusters, int start, string word)
    {
        if (start < 0 || start + word.Length > clusters.Length)
            return false;
        for (int offset = 0; offset < word.Length; offset++)
            if (clusters[start + offset].CodePoint != word[offset])
                return false;
        return true;
    }
}
