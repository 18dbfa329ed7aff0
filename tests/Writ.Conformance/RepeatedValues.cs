namespace Writ.Conformance;

/// <summary>The values that a form says more than once, each with its reason.</summary>
internal static class RepeatedValues
{
    private static readonly (string Reason, string[] Fields)[] Known =
    [
        ("The party states its defence where the writ says; without a desk of its own that is the contact, which also stands at the end.",
        [
            "cuigao-shu $.contact.name", "cuigao-shu $.contact.phone", "cuigao-shu $.contact.address", "dai-lvxing-cuigao-shu $.contact.name", "dai-lvxing-cuigao-shu $.contact.phone",
            "dai-lvxing-cuigao-shu $.contact.address", "xingzheng-chufa-gaozhishu $.contact.name", "xingzheng-chufa-gaozhishu $.contact.phone", "xingzheng-chufa-gaozhishu $.contact.address",
            "quanli-gaozhi-shu $.contact.name",
        ]),
        ("The writ is addressed to someone whose particulars it also gives, or names in its text.",
        [
            "dai-lvxing-juedingshu $.party.name", "dongjie-juedingshu $.party.name", "dongjie-juedingshu $.institution", "qita-qiangzhi-zhixing-juedingshu $.party.name",
            "xianxing-dengji-baocun-tongzhishu $.party.name", "xingzheng-qiangzhi-zhixing-juedingshu $.party.name", "weituo-songda-han $.recipient.name",
        ]),
        ("The slip to be torn off and sent back names the writ again.",
        [
            "shexian-fanzui-anjian-yisongshu $.documentNumber", "weituo-songda-han $.documentNumber", "xiezhu-bianren-jianbie-tongzhishu $.documentNumber", "xiezhu-huabo-tongzhishu $.documentNumber",
        ]),
        ("The text refers to a list that is also attached.",
        [
            "jiechu-xianxing-dengji-baocun-tongzhishu $.attachments[*].name", "jiechu-xingzheng-qiangzhi-cuoshi-juedingshu $.attachments[*].name", "shishi-xingzheng-qiangzhi-cuoshi-juedingshu $.attachments[*].name",
            "shishi-xingzheng-qiangzhi-cuoshi-weituo-baoguanshu $.attachments[*].name", "xianxing-dengji-baocun-tongzhishu $.attachments[*].name",
            "yanchang-xingzheng-qiangzhi-cuoshi-qixian-juedingshu $.attachments[*].name", "jiance-jianyan-jianyi-jianding-jieguo-gaozhishu $.attachments[*].name",
        ]),
        ("The record repeats what was said aloud: the officers' names and certificates, the matter, the case that the host opened.",
        ["xunwen-bilu $.officers[*].certificateNumber", "xianchang-bilu $.subject", "tingzheng-bilu $.case", "tingzheng-bilu $.party.name"]),
        ("The notice names party and cause in its heading and in its text.", ["tingzheng-gonggao $.party", "tingzheng-gonggao $.cause"]),
        ("Both bodies sign at the end.", ["xingzheng-chufa-weituoshu $.delegate.name"]),
        ("The value is also a word of the form: a law or a writ it names itself, a choice it offers.",
        [
            "buyu-xingzheng-chufa-juedingshu $.clauses[*].law", "dangchang-xingzheng-chufa-juedingshu $.clauses[*].law", "dangchang-xingzheng-chufa-juedingshu $.clauses[*].article", "xiezhu-huabo-tongzhishu $.clauses[*].law",
            "xingzheng-chufa-juedingshu $.clauses[*].law", "dangchang-shoujiao-fakuan-piaoju-dengjibiao $.recordings[*].act", "jianyi-chengxu-anjian-jilu $.documents[*]",
            "juannei-wenjian-mulu $.entries[*].author", "xianxing-chuzhi-wupin-gonggao $.goods[*].note", "xianxing-chuzhi-wupin-querenshu $.goods[*].note",
            "xingzheng-chufa-wenshu-songda-gonggao $.writs[*].name", "zhengju-dengji-baocun-qingdan $.holder.capacity",
        ]),
    ];

    public static bool May(string pack, string path) => Known.Any(known => known.Fields.Contains($"{pack} {path}"));
}
