using System.Collections.Frozen;

namespace Writ.Typesetting;

/// <summary>避头尾: between which two characters a line may break. GB/T 15834-2011, 5.1; W3C clreq, 3.1.</summary>
internal static class BreakRules
{
    // Longest first, so that 万元 is not taken for 万.
    private static readonly string[] units =
    [
        "立方米", "平方米", "工作日", "公斤", "千克", "毫升", "毫克", "千米", "公里", "厘米", "毫米", "小时", "分钟", "万元", "亿元", "个月", "摄氏度",
        "年", "月", "日", "时", "分", "秒", "元", "角", "万", "亿", "千", "百", "号", "页", "份", "条", "款", "项", "次", "名", "人", "件", "只",
        "台", "个", "箱", "瓶", "袋", "盒", "包", "批", "家", "户", "米", "克", "斤", "吨", "升", "倍", "天", "周", "岁", "度", "张", "幅", "辆", "套", "期",
    ];

    private static readonly FrozenDictionary<int, string[]> unitsByStart = units.GroupBy(unit => (int)unit[0]).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    internal static void Mark(Span<Cluster> clusters)
    {
        for (int index = 1; index < clusters.Length; index++)
        {
            if (clusters[index].BreakBefore != BreakPower.Always)
                clusters[index].BreakBefore = Between(clusters, index);
        }
        MarkNumbers(clusters);
        MarkDocumentNumbers(clusters);
        MarkArticles(clusters);
        MarkChoices(clusters);
    }

    /// <summary>Where something longer than a line may be cut when there is no other way: anywhere but at a mark's forbidden side.</summary>
    internal static bool MayPartInNeed(CharacterClass before, CharacterClass after) =>
        before is not (CharacterClass.Open or CharacterClass.LatinOpen or CharacterClass.Prefix)
        && after is not (CharacterClass.Close or CharacterClass.Stop or CharacterClass.Middle or CharacterClass.NotAtStart or CharacterClass.Postfix or CharacterClass.LatinClose or CharacterClass.Space);

    private static BreakPower Between(Span<Cluster> clusters, int index)
    {
        CharacterClass before = clusters[index - 1].Class;
        CharacterClass after = clusters[index].Class;
        if (before == CharacterClass.ForcedBreak)
            return BreakPower.Always;
        bool clings = clusters[index].Object is BlankBox { Holds: BlankBox.Glue.Before } || clusters[index - 1].Object is BlankBox { Holds: BlankBox.Glue.After };
        if (clings)
            return BreakPower.Never;
        switch (after)
        {
            case CharacterClass.Close or CharacterClass.Stop or CharacterClass.Middle or CharacterClass.NotAtStart or CharacterClass.Postfix
                or CharacterClass.LatinClose or CharacterClass.LatinStop or CharacterClass.Hyphen or CharacterClass.Slash
                or CharacterClass.Ellipsis or CharacterClass.Space or CharacterClass.NoBreakSpace or CharacterClass.ZeroWidthSpace or CharacterClass.ForcedBreak:
                return BreakPower.Never;
            // GB/T 15834, 5.1.4: a 破折号 (two dashes) may begin a line but not be parted; 5.1.6: a single one is a 连接号.
            case CharacterClass.Dash:
                bool isPair = index + 1 < clusters.Length && clusters[index + 1].Class == CharacterClass.Dash;
                if (!isPair || before == CharacterClass.Dash)
                    return BreakPower.Never;
                break;
        }
        switch (before)
        {
            case CharacterClass.Space or CharacterClass.ZeroWidthSpace:
                return BreakPower.Freely;
            case CharacterClass.Open or CharacterClass.LatinOpen or CharacterClass.Prefix or CharacterClass.NoBreakSpace:
                return BreakPower.Never;
            // A box stays with what it offers.
            case CharacterClass.Object when clusters[index - 1].Object is CheckBox:
                return BreakPower.Never;
            case CharacterClass.NotAtStart when after is CharacterClass.Digit:
                return BreakPower.Never;
            case CharacterClass.Postfix when CharacterClasses.IsLatin(after):
                return BreakPower.Never;
        }
        if (CharacterClasses.IsLatin(before) && CharacterClasses.IsLatin(after))
        {
            // Compound words, paths and addresses may be parted behind their joints; numbers never.
            bool isJoint = before is CharacterClass.Hyphen or CharacterClass.LatinStop or CharacterClass.LatinSymbol && after == CharacterClass.Letter;
            return isJoint || before == CharacterClass.Slash ? BreakPower.Reluctantly : BreakPower.Never;
        }
        // ’ inside a word: don’t.
        if (before == CharacterClass.Close && after == CharacterClass.Letter && index >= 2 && clusters[index - 2].Class == CharacterClass.Letter)
            return BreakPower.Never;
        return BreakPower.Freely;
    }

    // A number keeps its unit; a time stays whole, 9时30分; a date parts behind 年 or 月 only when the line would be left too short.
    private static void MarkNumbers(Span<Cluster> clusters)
    {
        for (int index = 1; index < clusters.Length; index++)
        {
            if (clusters[index - 1].Class != CharacterClass.Digit || clusters[index].Class != CharacterClass.Han)
                continue;
            if (!unitsByStart.TryGetValue(clusters[index].CodePoint, out string[]? candidates))
                continue;
            foreach (string unit in candidates)
            {
                if (!Reads(clusters, index, unit))
                    continue;
                Glue(clusters, index, index + unit.Length - 1);
                int next = index + unit.Length;
                if (unit is "年" or "月" or "时" && next < clusters.Length && clusters[next].Class == CharacterClass.Digit
                    && clusters[next].BreakBefore == BreakPower.Freely && GoesOn(clusters, next, unit))
                    clusters[next].BreakBefore = unit == "时" ? BreakPower.Never : BreakPower.Reluctantly;
                break;
            }
        }
    }

    private static bool GoesOn(Span<Cluster> clusters, int index, string unit)
    {
        int end = index;
        while (end < clusters.Length && clusters[end].Class == CharacterClass.Digit)
            end++;
        if (end >= clusters.Length)
            return false;
        int after = clusters[end].CodePoint;
        return unit switch { "年" => after == '月', "月" => after is '日' or '号', _ => after == '分' };
    }

    // 通市监处罚〔2026〕10号: the bracket, the number and 号 hold together with the two characters before; the rest of the prefix, back to
    // one place before 市监, parts only when the line would be left too short.
    private static void MarkDocumentNumbers(Span<Cluster> clusters)
    {
        for (int index = 1; index < clusters.Length; index++)
        {
            if (clusters[index].CodePoint != '〔')
                continue;
            int end = index + 1;
            while (end < clusters.Length && clusters[end].Class == CharacterClass.Digit)
                end++;
            if (end >= clusters.Length || clusters[end].CodePoint != '〕')
                continue;
            end++;
            while (end < clusters.Length && clusters[end].Class is CharacterClass.Digit or CharacterClass.Hyphen)
                end++;
            Glue(clusters, index + 1, Math.Min(end, clusters.Length) - 1);
            if (end < clusters.Length && clusters[end].CodePoint == '号')
                Glue(clusters, end, end);
            MarkPrefix(clusters, index);
        }
    }

    private static void MarkPrefix(Span<Cluster> clusters, int bracket)
    {
        const int Longest = 8;
        int start = bracket;
        while (start > 0 && bracket - start < Longest && clusters[start - 1].Class == CharacterClass.Han)
            start--;
        int bureau = -1;
        for (int index = start; index + 1 < bracket; index++)
            if (Reads(clusters, index, "市监"))
                bureau = index;
        if (bureau >= 0)
            start = Math.Max(start, bureau - 1);
        for (int index = start + 1; index <= bracket; index++)
        {
            if (clusters[index].BreakBefore == BreakPower.Freely)
                clusters[index].BreakBefore = index >= bracket - 1 ? BreakPower.Never : BreakPower.Reluctantly;
        }
    }

    // 第五十七条, 第3次: the numeral stays between 第 and its noun.
    private static void MarkArticles(Span<Cluster> clusters)
    {
        const int Longest = 10;
        for (int index = 0; index + 2 < clusters.Length; index++)
        {
            if (clusters[index].CodePoint != '第')
                continue;
            int end = index + 1;
            while (end < clusters.Length && end - index < Longest && (clusters[end].Class == CharacterClass.Digit || "〇零一二三四五六七八九十百千".Contains((char)Math.Min(clusters[end].CodePoint, 0xFFFF), StringComparison.Ordinal)))
                end++;
            if (end > index + 1 && end < clusters.Length && clusters[end].CodePoint is '条' or '款' or '项' or '章' or '节' or '页' or '次' or '号')
                Glue(clusters, index + 1, end);
        }
    }

    // □留置送达: a box and a short choice behind it are one thing.
    private static void MarkChoices(Span<Cluster> clusters)
    {
        const int Longest = 8;
        for (int index = 0; index < clusters.Length; index++)
        {
            if (clusters[index].Object is not CheckBox)
                continue;
            int end = index + 1;
            while (end < clusters.Length && clusters[end].Class == CharacterClass.Han)
                end++;
            if (end - index - 1 <= Longest)
                Glue(clusters, index + 1, end - 1);
        }
    }

    private static void Glue(Span<Cluster> clusters, int first, int last)
    {
        for (int index = first; index <= last; index++)
            if (clusters[index].BreakBefore != BreakPower.Always)
                clusters[index].BreakBefore = BreakPower.Never;
    }

    private static bool Reads(Span<Cluster> clusters, int index, string word)
    {
        if (index + word.Length > clusters.Length)
            return false;
        for (int offset = 0; offset < word.Length; offset++)
            if (clusters[index + offset].CodePoint != word[offset])
                return false;
        return true;
    }
}
