using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Writ.Documents;

namespace Writ.Tests.Documents.Packs;

/// <summary>《市场监督管理行政处罚文书格式范本（2021年修订版）》: number, name, kind, seal, signature on every page, and who at least signs.</summary>
public sealed class CatalogueTests
{
    public static TheoryData<string, string, PackKind, bool, bool, string> Models => new()
    {
        { "1", "案件来源登记表", PackKind.Internal, false, false, "officer approver" },
        { "2", "指定管辖通知书", PackKind.External, true, false, "" },
        { "3", "案件交办通知书", PackKind.External, true, false, "" },
        { "4", "案件移送函", PackKind.External, true, false, "" },
        { "5", "涉嫌犯罪案件移送书", PackKind.External, true, false, "recipient" },
        { "6", "查封/扣押物品移送告知书", PackKind.External, true, false, "" },
        { "7", "立案/不予立案审批表", PackKind.Internal, false, false, "officer approver" },
        { "8", "行政处罚案件有关事项审批表", PackKind.Internal, false, false, "officer approver" },
        { "9", "现场笔录", PackKind.Record, false, true, "party witness officer" },
        { "10", "送达地址确认书", PackKind.Record, false, false, "recipient" },
        { "11", "证据提取单", PackKind.Record, false, true, "party witness officer" },
        { "12", "电子数据证据提取笔录", PackKind.Record, false, true, "party witness officer other" },
        { "13", "询问通知书", PackKind.External, true, false, "" },
        { "14", "询问笔录", PackKind.Record, false, true, "party officer" },
        { "15", "限期提供材料通知书", PackKind.External, true, false, "" },
        { "16", "协助辨认/鉴别通知书", PackKind.External, true, false, "party" },
        { "17", "协助调查函", PackKind.External, true, false, "" },
        { "18", "协助扣押通知书", PackKind.External, true, false, "" },
        { "19", "先行登记保存证据通知书", PackKind.External, true, false, "" },
        { "20", "解除先行登记保存证据通知书", PackKind.External, true, false, "" },
        { "21", "实施行政强制措施决定书", PackKind.External, true, false, "" },
        { "22", "延长行政强制措施期限决定书", PackKind.External, true, false, "" },
        { "23", "解除行政强制措施决定书", PackKind.External, true, false, "" },
        { "24", "场所/设施/财物清单", PackKind.Record, false, true, "party witness officer" },
        { "25", "封条", PackKind.External, true, false, "party officer" },
        { "26", "实施行政强制措施场所/设施/财物委托保管书", PackKind.External, true, false, "custodian" },
        { "27", "先行处置物品确认书", PackKind.Record, false, false, "party officer" },
        { "28", "先行处置物品公告", PackKind.External, true, false, "" },
        { "29", "抽样记录", PackKind.Record, false, true, "party witness institution officer" },
        { "30", "检测/检验/检疫/鉴定委托书", PackKind.External, true, false, "recipient" },
        { "31", "检测/检验/检疫/鉴定期间告知书", PackKind.External, true, false, "" },
        { "32", "检测/检验/检疫/鉴定结果告知书", PackKind.External, true, false, "" },
        { "33", "责令改正通知书", PackKind.External, true, false, "" },
        { "34", "责令退款通知书", PackKind.External, true, false, "" },
        { "35", "案件调查终结报告", PackKind.Internal, false, false, "officer" },
        { "36", "案件审核/法制审核表", PackKind.Internal, false, false, "reviewer approver" },
        { "37", "行政处罚告知书", PackKind.External, true, false, "" },
        { "38", "陈述申辩笔录", PackKind.Record, false, true, "party officer recorder" },
        { "39", "行政处罚听证通知书", PackKind.External, true, false, "" },
        { "40", "听证笔录", PackKind.Record, false, true, "party agent officer interpreter recorder" },
        { "41", "听证报告", PackKind.Internal, false, false, "officer" },
        { "42", "行政处罚案件集体讨论记录", PackKind.Internal, false, false, "approver recorder" },
        { "43", "行政处理决定审批表", PackKind.Internal, false, false, "officer approver" },
        { "44", "当场行政处罚决定书", PackKind.External, true, false, "officer party" },
        { "45", "行政处罚决定书", PackKind.External, true, false, "" },
        { "46", "不予行政处罚决定书", PackKind.External, true, false, "" },
        { "47", "延期/分期缴纳罚款通知书", PackKind.External, true, false, "" },
        { "48", "行政处罚决定履行催告书", PackKind.External, true, false, "" },
        { "49", "强制执行申请书", PackKind.External, true, false, "approver" },
        { "50", "送达回证", PackKind.Record, false, false, "recipient witness officer" },
        { "51", "行政处罚文书送达公告", PackKind.External, true, false, "" },
        { "52", "涉案物品处理记录", PackKind.Record, false, false, "officer recipient" },
        { "53", "结案审批表", PackKind.Internal, false, false, "officer approver" },
        { "54", "卷宗封面", PackKind.Dossier, false, false, "" },
        { "55", "卷内文件目录", PackKind.Dossier, false, false, "" },
        { "56", "卷内备考表", PackKind.Dossier, false, false, "officer" },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void A_national_model_is_there_as_it_was_issued(string number, string name, PackKind kind, bool isSealed, bool everyPage, string signers)
    {
        var pack = Numbered(number);
        Assert.Equal((name, kind, isSealed, everyPage), (pack.Name.Zh, pack.Kind, pack.Seal is not null, pack.PerPageSignatures));
        Assert.Empty(signers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(pack.Slots.Select(slot => slot.Role)));
        Assert.Contains("2021", pack.Edition, StringComparison.Ordinal);
    }

    [Fact]
    public void The_writs_of_the_local_rules_are_all_there() => Assert.Empty(
        Enumerable.Range(1, 44).Select(number => $"X-{number:D2}").Except(Templates.Library.Packs.Select(pack => pack.Number[..Math.Min(4, pack.Number.Length)])));

    /// <summary>Which national models carry which of the shared passages: passage, then numbers.</summary>
    public static TheoryData<string, string> Passages => new()
    {
        { "head", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 55 56" },
        { "party", "5 9 12 19 21 35 40 44 45 46 49" }, // 当事人各项
        { "party-rows", "1 7 43 53" },
        { "party-wide-rows", "29" },
        { "addressee", "3 4 5 6 13 15 16 17 18 20 22 23 30 31 32 33 34 37 39 47 48" },
        { "citations", "2 5 7 8 21 33 34 35 37 43 44 45 46" }, // 法律依据
        { "remedies", "21 22 33 45 46 51" }, // 救济途径
        { "remedies-review-first", "44 45" }, // 复议前置
        { "contact", "2 3 4 5 6 13 15 16 17 18 19 20 21 22 23 28 30 31 32 33 34 37 39 47 48 51" },
        { "seal", "2 3 4 5 6 13 15 16 17 18 19 20 21 22 23 26 28 30 31 32 33 34 37 39 44 45 46 47 48 49 51" },
        { "copies", "4 6 13 15 16 18 19 20 21 22 23 26 31 32 33 34 37 39 44 45 46 47 48" }, // 份数
        { "list-link", "6 18 19 20 21 23 26" }, // 详见清单
        { "attachments", "3 4 5 17 19 21 30 32" },
        { "officers", "9 12 14" },
        { "page-signatures", "9 11 12 14 38 40" },
        { "sheet-signatures", "24 29" },
        { "approval-row", "1 7 8 43 53" },
    };

    [Theory]
    [MemberData(nameof(Passages))]
    public void A_model_carries_the_passages_it_was_issued_with(string passage, string numbers)
    {
        var files = Templates.Files();
        Assert.All(numbers.Split(' '), number => Assert.Contains($"include '{passage}.sbn'", Encoding.UTF8.GetString(files[$"{Numbered(number).Id}/writ.sbn"].Span), StringComparison.Ordinal));
    }

    /// <summary>Which of the statutory rules that one writ's data can decide is carried by which writs: code, then numbers.</summary>
    public static TheoryData<string, string> Duties => new()
    {
        { "V-A01", "8 9 11 12 14 19 21 24 25 29 35 38 39 40 44 50" }, // 两名以上执法人员
        { "V-A02", "9 14 38 X-23" }, // 出示执法证件
        { "V-A03", "X-07" }, // 首次告知权利
        { "V-A04", "9 14 40 X-07 X-42-2" }, // 回避
        { "V-A05", "36" }, // 审核人员不得为办案人员
        { "V-A06", "39 40 41 X-12 X-13" }, // 听证主持人、代理人
        { "V-A07", "7 36" }, // 指定两名以上办案人员
        { "V-A08", "X-41" }, // 强制措施权不得委托
        { "V-B01", "1 7 X-05 X-06" }, // 核查期限
        { "V-B02", "35 43 45 46" }, // 九十日
        { "V-B03", "36" }, // 审核十个工作日
        { "V-B04", "34 38 43 45 X-24" }, // 告知后五个工作日
        { "V-B05", "39 40" }, // 听证前七个工作日
        { "V-B06", "44" }, // 当场交付
        { "V-B07", "19 20" }, // 先行登记保存七个工作日
        { "V-B08", "18 21 22 26 31" }, // 查封、扣押三十日
        { "V-B09", "8 19 21" }, // 紧急情况二十四小时内补办
        { "V-B10", "7 X-04" }, // 紧急启动二十四小时内补报
        { "V-B11", "47 48 X-22 X-25" }, // 十五日内缴纳
        { "V-B12", "48 49 X-25" }, // 每日百分之三
        { "V-B13", "48 49 X-26-1 X-27 X-28 X-30 X-33" }, // 催告后十个工作日
        { "V-B14", "49 X-33" }, // 三个月内申请强制执行
        { "V-B15", "53" }, // 十五个工作日内结案
        { "V-B16", "44 X-18 X-44" }, // 当场收缴后二日内交回
        { "V-B17", "50 51 X-21" }, // 公告三十日
        { "V-B18", "X-40" }, // 二十个工作日内公示
        { "V-B19", "5" }, // 移送公安
        { "V-B20", "2 17" }, // 协查、指定管辖
        { "V-B21", "35 46" }, // 追究时效
        { "V-B22", "41" }, // 听证报告五个工作日
        { "V-B23", "9 12 14 21 29 38 40 50 54 X-37" }, // 音像存储、归档
        { "V-B24", "X-28 X-29-1 X-29-2 X-29-3 X-30" }, // 代履行三日前催告；夜间、节假日
        { "V-B25", "X-05" }, // 投诉七个工作日内决定是否受理
        { "V-C01", "43 45" }, // 决定书内容
        { "V-C02", "44" }, // 当场决定书内容
        { "V-C03", "9 21 24" }, // 强制措施决定书、清单、现场笔录
        { "V-C04", "48" }, // 催告书内容
        { "V-C05", "X-26-1 X-26-2 X-28 X-30" }, // 强制执行权
        { "V-C06", "X-29-1 X-29-3" }, // 代履行
        { "V-C07", "34 37 43" }, // 告知书内容
        { "V-C08", "49" }, // 申请材料
        { "V-C10", "14" }, // 询问
        { "V-C11", "25 29" }, // 抽样
        { "V-C12", "11 12" }, // 复制件、电子数据
        { "V-C13", "35 36 43" }, // 终结报告、审核
        { "V-C14", "44 45" }, // 代收机构
        { "V-C15", "45 X-40" }, // 公示告知
        { "V-C16", "21 22 33 44 45 46 51 X-02 X-25 X-28" }, // 复议机关为本级人民政府
        { "V-C18", "45" }, // 价格处罚复议前置
        { "V-C19", "22 33 45" }, // 互联网复议渠道
        { "V-C20", "5" }, // 移送材料
        { "V-C21", "33 37 44 45 46" }, // 责令改正、教育
        { "V-C22", "21 33 34 35 37 43 44 45 46" }, // 法律全称
        { "V-C23", "22 23" }, // 延长、解除的理由
        { "V-C24", "35 37 45" }, // 违法所得
        { "V-C25", "35 37 45" }, // 一事不再罚
        { "V-C26", "35 37 44 45 46" }, // 未成年人
        { "V-C27", "21 25" }, // 封条
        { "V-C28", "35" }, // 电子监控设备的审核
        { "V-C29", "6 18" }, // 书面告知当事人
        { "V-C30", "27 28 52" }, // 先行处置
        { "V-D01", "44 X-18 X-44" }, // 当场处罚数额
        { "V-D02", "44 X-18 X-44" }, // 当场收缴
        { "V-D03", "37 39" }, // 听证范围
        { "V-D04", "36 43 45" }, // 法制审核
        { "V-D05", "42 43 45" }, // 集体讨论
        { "V-D06", "43 45 X-24" }, // 不得加重
        { "V-D07", "7 35 43 45" }, // 决定种类互斥
        { "V-D08", "48 49 X-25 X-26-1 X-32" }, // 加处罚款以本金为限
        { "V-E02", "9 24 29 38 X-10 X-23" }, // 拒签、不到场
        { "V-E03", "9 24" }, // 见证人
        { "V-E04", "40 44" }, // 拒签注明
        { "V-E05", "X-10" }, // 清单交付
        { "V-E07", "38" }, // 提交材料签名
        { "V-E08", "14 27 38 40 X-13 X-34" }, // 代理人
        { "V-F1", "50" },
        { "V-F2", "21 50" },
        { "V-F3", "22 23 26 31" },
        { "V-F4", "50 51 X-21" },
        { "V-F5", "10 50" },
    };

    [Theory]
    [MemberData(nameof(Duties))]
    public void A_statutory_rule_stands_in_every_writ_it_concerns(string code, string numbers) =>
        Assert.All(numbers.Split(' '), number => Assert.Contains(Numbered(number).Rules, rule => rule.Code == code || rule.Code.StartsWith(code + "-", StringComparison.Ordinal)));

    // Contents that the law demands outright need no rule: the schema refuses a writ without them.
    [Theory]
    [InlineData("9", "startedAt place officers identitySeen identityAnswer recusalAnswer scene")] // V-A02, V-A03, V-C09
    [InlineData("14", "startedAt officers identitySeen identityAnswer recusalAnswer turns")] // V-A03, V-C10
    [InlineData("44", "party clauses officers decidedAt place")] // V-C02
    [InlineData("45", "party facts evidence notice clauses penalties")] // V-C01
    [InlineData("48", "decision termWorkingDays")] // V-C04
    [InlineData("X-29-1", "party manner startAt")] // V-C06
    public void What_the_law_demands_outright_cannot_be_left_out(string number, string fields)
    {
        var pack = Numbered(number);
        var whole = JsonNode.Parse(Templates.Example(pack.Id, "ordinary").Json.Span)!.AsObject();
        foreach (var field in fields.Split(' '))
        {
            var lacking = whole.DeepClone().AsObject();
            Assert.True(lacking.Remove(field), $"{pack.Id} has no field {field}");
            Assert.False(pack.Check(lacking.Deserialize<JsonElement>(), Templates.Library.Profiles["default"], Templates.Now).Passed, $"{pack.Id} passes without {field}");
        }
    }

    // V-C17: 当场处罚 is reviewed before it is sued over (行政复议法 第二十三条).
    [Fact]
    public void A_decision_on_the_spot_names_review_first()
    {
        var pack = Numbered("44");
        var data = pack.Check(JsonElement.Parse(Templates.Example(pack.Id, "ordinary").Json.Span), Templates.Library.Profiles["default"], Templates.Now).Checked!;
        Assert.Contains("未经行政复议，不得直接提起行政诉讼", pack.Write(data, Templates.Now).Text, StringComparison.Ordinal);
    }

    private static Pack Numbered(string number) => Assert.Single(Templates.Library.Packs, pack => pack.Number == number);
}
