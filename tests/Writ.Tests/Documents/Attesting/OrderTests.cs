using System.Text.Json.Nodes;
using Writ.Documents;
using Writ.Outside;
using static Writ.Tests.Documents.Attesting.Scene;

namespace Writ.Tests.Documents.Attesting;

/// <summary>Which act may follow which: every act that may not has a code of its own, says why in both languages, and leaves the document alone.</summary>
public sealed class OrderTests
{
    private const string Record = "xianchang-bilu", Questioning = "xunwen-bilu", Return = "songda-huizheng", Left = "left-with-witness";

    private static readonly Dictionary<string, Func<(byte[] Document, JsonObject Act)>> Forbidden = new(StringComparer.Ordinal)
    {
        ["document-not-issued"] = () => (Issued(Record, issue: false), Sign(Issued(Record, issue: false), "party")),
        ["document-closed"] = () => (Closed(), Sign(Closed(), "party")),
        ["document-tampered"] = () => (Tampered(), Sign(Tampered(), "party")),
        ["slot-unknown"] = () => (Issued(Record), Sign(Issued(Record), "neighbour")),
        ["slot-taken"] = () => (Signed(), Sign(Signed(), "party")),
        ["slot-out-of-order"] = () => (Issued(Questioning), SignOfficer(Issued(Questioning), "officer-1", Zhou())),
        ["act-unfit-for-slot"] = () => (Issued(Record), Act("refusal", "officer-1", Zhou(ink: false), null, ("reason", "不签"), ("officers", Both()), ("noWitness", "无"))),
        ["document-not-the-one-shown"] = () => (Signed(), Act("signature", "officer-1", Zhou(), Issued(Record), ("everyPage", true))),
        ["shown-missing"] = () => (Issued(Record), Act("signature", "party", Person("王海涛", ink: true), null, ("everyPage", true))),
        ["capacity-missing"] = () => (Issued(Record), Act("signature", "party", Person("路人甲", ink: true), Issued(Record), ("everyPage", true))),
        ["officers-too-few"] = () => (Issued(Record), Refuse(new JsonArray(Zhou(ink: false)))),
        ["officer-repeated"] = () => (Issued(Record), Refuse(new JsonArray(Zhou(ink: false), Zhou(ink: false)))),
        ["officer-certificate-missing"] = () => (Issued(Record), Refuse(new JsonArray(Person("周建平"), Li(ink: false)))),
        ["officer-not-named"] = () => (Issued(Record), SignOfficer(Issued(Record), "officer-1", Person("陈某", "22059999999", ink: true))),
        ["witness-or-reason-missing"] = () => (Issued(Record), Act("refusal", "party", Party(), null, ("reason", "不签"), ("officers", Both()))),
        ["witness-required"] = () => (Issued(Return, Left), Leave(("noWitness", "现场无人"), ("recordings", new JsonArray(Recording())))),
        ["witness-ink-missing"] = () => (Issued(Record), Act("refusal", "party", Party(), null, ("reason", "不签"), ("officers", Both()), ("witness", Witness()))),
        ["witness-unidentified"] = () => (Issued(Record), Act("refusal", "party", Party(), null, ("reason", "不签"), ("officers", Both()), ("witness", Person("刘国强", ink: true)))),
        ["witness-not-independent"] = () => (Issued(Record), Act("refusal", "party", Party(), null, ("reason", "不签"), ("officers", Both()), ("witness", Named(Witness(ink: true), "周建平")))),
        ["witness-pending"] = () => (LeftThere(), SignOfficer(LeftThere(), "server-1", Person("张立新", "22050012016", ink: true))),
        ["recording-required"] = () => (Issued(Record, "maximal"), Act("absence", "party", Person("王海涛"), null, ("reason", "在外地"), ("notified", "已电话通知"), ("officers", Both()), ("witness", Witness()))),
        ["recording-in-future"] = () => (Issued(Return, Left), Leave(("witness", Witness()), ("recordings", new JsonArray(Recording(end: "2026-11-23T10:00:00+08:00"))))),
        ["ink-missing"] = () => (Issued(Record), Act("signature", "party", Party(), Issued(Record))),
        ["pages-unsigned"] = () => (Issued(Record), Act("signature", "party", Party(), Issued(Record), ("inks", new JsonArray(new JsonObject { ["page"] = 1, ["ink"] = Ink() })))),
        ["phrase-missing"] = () => (Issued(Questioning), Act("signature", "statement", Person("王海涛", ink: true), Issued(Questioning))),
        ["reading-missing"] = () => (Issued(Record), Act("fingerprint", "party", Party(), Issued(Record), ("reason", "不识字"), ("cannotRead", true), ("fingerprint", Print()))),
        ["act-in-future"] = () => (Issued(Record), At(Sign(Issued(Record), "party"), "2026-11-22T10:30:00+08:00")),
        ["act-before-document"] = () => (Issued(Record), At(Sign(Issued(Record), "party"), "2026-11-21T10:05:00+08:00")),
        ["act-before-earlier-act"] = () => (SignedLater(), At(SignOfficer(SignedLater(), "officer-1", Zhou()), "2026-11-22T10:04:00+08:00")),
        ["document-foreign"] = () => (FromElsewhere(), Sign(FromElsewhere(), "party")),
        ["alteration-page-unknown"] = () => (Issued(Questioning), Alter(Issued(Questioning), 99, "", "补充内容")),
        ["alteration-passage-unknown"] = () => (Issued(Questioning), Alter(Issued(Questioning), 1, "文书中没有的话", "")),
        ["alteration-after-signing"] = () => (FirstOfficer(), Alter(FirstOfficer(), 1, "", "补充内容")),
        ["alteration-repeated"] = () => (Altered(), InSlot(Alter(Altered(), 1, "大专文化", "高中文化"), "alteration-2")),
        ["ink-page-unknown"] = () => (Issued(Record), Act("signature", "party", Party(), Issued(Record), ("inks", new JsonArray(
            [.. new[] { 1, 2, 9 }.Select(page => (JsonNode)new JsonObject { ["page"] = page, ["ink"] = Ink() })])))),
        ["officer-not-party"] = () => (Issued(Record), Act("signature", "party", Zhou(), Issued(Record), ("everyPage", true))),
        ["slots-of-several-roles"] = () => (Issued(Record), InSlot(Act("signature", "party", Zhou(), Issued(Record), ("everyPage", true)), "party", "officer-1")),
        ["witness-and-reason"] = () => (Issued(Record), Act("refusal", "party", Party(), null, ("reason", "不签"), ("officers", Both()), ("noWitness", "夜间无人"), ("witness", Witness(ink: true)))),
        ["witness-other"] = () => (LeftThere(), Act("witness-statement", "witness", Named(Witness(ink: true), "张三"), null, ("statement", "见证留置送达"))),
        ["reader-is-listener"] = () => (Issued(Questioning), Read("周建平")),
        ["listener-unknown"] = () => (Issued(Questioning), Read("路人甲")),
        ["listener-is-officer"] = () => (Issued(Record), Act("read-aloud", "reading", Zhou(), Issued(Record), ("listener", "李思远"), ("reason", "不识字"), ("answer", "清楚"))),
        ["reading-too-late"] = () => (Signed(), Act("read-aloud", "reading", Zhou(), Signed(), ("listener", "王海涛"), ("reason", "不识字"), ("answer", "清楚"))),
        ["person-other"] = () => (Issued(Questioning), Act("signature", "person", Acting(Person("赵无名", ink: true), "委托代理人"), Issued(Questioning), ("everyPage", true))),
        ["delivery-first"] = () => (Issued(Return), SignOfficer(Issued(Return), "server-1", Zhou())),
        ["delivery-attempts-missing"] = () => (Issued(Return, "maximal"), Act("delivery", "recipient", Person("云岭市宏达建材经营部"), null,
            ("mode", "notice"), ("medium", "公告栏"), ("publishedOn", "2026-11-20"), ("officers", Both()))),
        ["delivery-mode-differs"] = () => (Issued(Return, Left), Act("delivery", "recipient", Person("孙玉芬", ink: true), null, ("mode", "direct"))),
        ["delivery-expected"] = () => (Issued(Return), Act("signature", "recipient", Person("王海涛", ink: true), Issued(Return))),
        ["delivery-unproven"] = () => (Issued(Return, Left), Leave(("noWitness", "现场无人"))),
        ["delivery-consent-missing"] = () => (Issued(Return, "electronic"), Act("delivery", "recipient", Person("王海涛"), null, ("mode", "electronic"), ("channel", "邮件"), ("account", "a@b"), ("arrivedAt", Moment))),
        ["delivery-facts-differ"] = () => (Issued(Return, "mail"), Mail(("number", "XA00000000000"), ("receivedOn", "2026-03-28"))),
        ["delivery-days-contradict"] = () => (Issued(Return, "mail"), Mail(("receivedOn", "2026-03-24"))),
        ["delivery-receipt-missing"] = () => (Issued(Return, "mail"), Act("delivery", "recipient", Person("王海涛"), null, ("mode", "mail"), ("carrier", "EMS"), ("number", "1"), ("postedOn", "2026-11-20"))),
    };

    /// <summary>Codes that a case above already has, where another way leads to them.</summary>
    private static readonly Dictionary<string, (string Code, Func<(byte[] Document, JsonObject Act)> Case)> AlsoForbidden = new(StringComparer.Ordinal)
    {
        ["an agent confirms an alteration of what another said"] = ("person-other", () => (Issued(Questioning), Act("alteration", "alteration-1", Acting(Person("赵无名", ink: true), "委托代理人"), Issued(Questioning), ("page", 1), ("old", "大专文化"), ("new", "本科文化")))),
        ["an alteration after the party has signed"] = ("alteration-after-signing", () => (Signed(), Act("alteration", "alteration-1", Person("王海涛", ink: true), Signed(), ("page", 1), ("old", ""), ("new", "补充内容")))),
        ["an alteration by one who has refused"] = ("alteration-after-signing", () => (Refused(), Act("alteration", "alteration-1", Person("王海涛", ink: true), Refused(), ("page", 1), ("old", ""), ("new", "补充内容")))),
        ["a reading to one who was absent"] = ("reading-too-late", () => (Absent(), Act("read-aloud", "reading", Zhou(), Absent(), ("listener", "王海涛"), ("reason", "不识字"), ("answer", "清楚")))),
        ["a stranger reads"] = ("capacity-missing", () => (Issued(Record), Act("read-aloud", "reading", Person("路人甲", ink: true), Issued(Record), ("listener", "王海涛"), ("reason", "不识字"), ("answer", "清楚")))),
        ["a witness of a delivery that is not recorded"] = ("delivery-first", () => (Issued(Return, Left), Act("witness-statement", "witness", Witness(ink: true), null, ("statement", "见证留置送达")))),
        ["a single character names nobody"] = ("capacity-missing", () => (Issued(Record), Act("signature", "party", Person("市", ink: true), Issued(Record), ("everyPage", true)))),
        ["an officer refuses for the party"] = ("officer-not-party", () => (Issued(Record), Act("refusal", "party", Zhou(ink: false), null, ("reason", "不签"), ("officers", Both()), ("noWitness", "无")))),
        ["an officer confirms an alteration"] = ("officer-not-party", () => (Issued(Questioning), Act("alteration", "alteration-1", Zhou(), Issued(Questioning), ("page", 1), ("old", "大专文化"), ("new", "本科文化")))),
        ["an officer signs as witness"] = ("witness-not-independent", () => (LeftThere(), Act("signature", "witness", Identified(Person("张立新", ink: true)), LeftThere()))),
        ["the recipient signs as witness"] = ("witness-not-independent", () => (LeftThere(), Act("witness-statement", "witness", Identified(Person("孙玉芬", ink: true)), null, ("statement", "见证")))),
        ["a witness nobody knows signs"] = ("witness-unidentified", () => (LeftThere(), Act("signature", "witness", Person("刘国强", ink: true), LeftThere()))),
        ["an absent party, and the witness the writ names is passed over"] = ("witness-required", () => (Issued(Record, "maximal"), Act("absence", "party", Person("王海涛"), null,
            ("reason", "在外地"), ("notified", "已电话通知"), ("officers", Both()), ("noWitness", "已离开"), ("recordings", new JsonArray(Recording()))))),
        ["left with nothing but the reason why it was not filmed"] = ("delivery-unproven", () => (Issued(Return, Left), Leave(("noWitness", "现场无人"), ("recordings", new JsonArray(new JsonObject { ["reason"] = "设备故障" }))))),
        ["a recording without end"] = ("recording-in-future", () => (Issued(Return, Left), Leave(("witness", Witness()), ("recordings", new JsonArray(Recording(end: "9999-12-31T23:59:59Z")))))),
        ["a recording deposited tomorrow"] = ("recording-in-future", () => (Issued(Return, Left), Leave(("witness", Witness()), ("recordings", new JsonArray(Recording(storedAt: "2026-11-23T10:00:00+08:00")))))),
        ["posted tomorrow"] = ("act-in-future", () => (Issued(Return, "mail"), Mail(("postedOn", "2026-11-23"), ("receivedOn", "2026-11-23")))),
        ["received and returned"] = ("delivery-days-contradict", () => (Issued(Return, "mail"), Mail(("receivedOn", "2026-03-28"), ("returnedOn", "2026-03-29")))),
        ["agreed to after it arrived"] = ("delivery-days-contradict", () => (Issued(Return, "electronic"), Act("delivery", "recipient", Party(), null,
            ("mode", "electronic"), ("channel", "电子邮件地址"), ("account", "xinyuan@yunling.example"), ("arrivedAt", "2026-03-08T10:00:00+08:00"), ("confirmedOn", "2026-03-09")))),
        ["a passage that stands on another page"] = ("alteration-passage-unknown", () => (Issued(Questioning, "three-pages"), Alter(Issued(Questioning, "three-pages"), 2, "大专文化", "本科文化"))),
        ["a passage of the case data that no page shows"] = ("alteration-passage-unknown", () => (Issued(Questioning), Alter(Issued(Questioning), 1, "2026-03-09T09:05", "2026-03-09T09:15"))),
        ["a passage of blanks"] = ("alteration-passage-unknown", () => (Issued(Questioning), Alter(Issued(Questioning), 1, "  ", "补充内容"))),
    };

    public static TheoryData<string> Ways => [.. AlsoForbidden.Keys];

    [Theory, MemberData(nameof(Ways))]
    public void And_in_these_ways(string way)
    {
        var (code, make) = AlsoForbidden[way];
        var (document, act) = make();
        var outcome = Attest(document, act);
        Assert.True(outcome is AttestingOutcome.Forbidden && Problems(outcome).Any(problem => problem.Code == code && problem.Severity == Severity.Error), $"{outcome.GetType().Name}: {string.Join('\n', Problems(outcome))}");
    }

    public static TheoryData<string> Codes => [.. Forbidden.Keys];

    [Theory, MemberData(nameof(Codes))]
    public void A_forbidden_act_is_refused_by_its_own_code(string code)
    {
        var (document, act) = Forbidden[code]();
        var outcome = Attest(document, act);
        Assert.True(outcome is AttestingOutcome.Forbidden, $"{outcome.GetType().Name}: {string.Join('\n', Problems(outcome))}");
        var problem = Problems(outcome).FirstOrDefault(known => known.Code == code);
        Assert.True(problem is not null, $"{code} is not among {string.Join(", ", Problems(outcome).Select(known => known.Code))}");
        Assert.Equal(Severity.Error, problem.Severity);
        Assert.Contains(problem.Text.Zh, character => character >= 0x4E00);
        Assert.NotEmpty(problem.Text.En);
    }

    [Fact]
    public void A_second_officer_is_another_person()
    {
        var first = Recorded(Signed(), SignOfficer(Signed(), "officer-1", Zhou()));
        Assert.Contains(Problems(Attest(first, SignOfficer(first, "officer-2", Zhou()))), problem => problem.Code == "officer-repeated" && problem.Basis!.Contains("第四十二条", StringComparison.Ordinal));
        Recorded(first, SignOfficer(first, "officer-2", Li()));
    }

    [Fact]
    public void A_document_is_closed_only_when_all_that_must_sign_have()
    {
        var outcome = Assert.IsType<AttestingOutcome.Forbidden>(Close(Signed()));
        Assert.Equal("slots-open", Assert.Single(outcome.Problems).Code);
    }

    [Fact]
    public void A_recording_not_yet_deposited_is_pointed_out_with_its_term()
    {
        var outcome = Assert.IsType<AttestingOutcome.Recorded>(Attest(Issued(Return, Left), Leave(("witness", Witness()), ("recordings", new JsonArray(Recording())))));
        var warning = Assert.Single(outcome.Warnings, problem => problem.Code == "recording-to-deposit");
        Assert.Contains("2026-11-23 10:00", warning.Text.Zh); // 24 hours in 通化
        outcome = Assert.IsType<AttestingOutcome.Recorded>(Attest(Issued(Return, Left), Leave(("witness", Witness()), ("recordings", new JsonArray(Recording(end: "2026-11-20T10:00:00+08:00"))))));
        Assert.Contains(outcome.Warnings, problem => problem.Code == "recording-overdue");
        outcome = Assert.IsType<AttestingOutcome.Recorded>(Attest(Issued(Return, Left), Leave(("witness", Witness()), ("recordings", new JsonArray(Recording(end: "2026-11-20T10:00:00+08:00", storedAt: "2026-11-21T18:00:00+08:00"))))));
        Assert.Contains(outcome.Warnings, problem => problem.Code == "recording-deposited-late");
    }

    [Fact]
    public void What_is_odd_is_pointed_out_and_does_not_forbid()
    {
        var act = Act("signature", "statement", Person("王海涛", ink: true), Issued(Questioning), ("phrase", new JsonObject { ["text"] = "我看过了", ["ink"] = Ink() }));
        Assert.Contains(Assert.IsType<AttestingOutcome.Recorded>(Attest(Issued(Questioning), act)).Warnings, problem => problem.Code == "phrase-differs");
        Assert.Contains(Assert.IsType<AttestingOutcome.Recorded>(Attest(Issued(Questioning), Alter(Issued(Questioning), 1, "公司", "单位"))).Warnings, problem => problem.Code == "alteration-passage-ambiguous");
        Assert.Contains(Assert.IsType<AttestingOutcome.Recorded>(Attest(Issued(Return, "electronic"), Act("delivery", "recipient", Party(), null,
            ("mode", "electronic"), ("channel", "电子邮件地址"), ("account", "xinyuan@yunling.example"), ("arrivedAt", "2026-03-25T16:02:00+08:00"), ("confirmedOn", "2026-03-09")))).Warnings, problem => problem.Code == "delivery-unrecorded");
        Assert.Contains(Judged(State(Issued(Record)), Sign(Issued(Record), "party"), Now.AddHours(25)), problem => problem is { Code: "act-received-late", Severity: Severity.Warning });
    }

    [Fact]
    public void A_record_that_names_no_two_officers_takes_no_act()
    {
        var state = State(Issued(Record));
        var nameless = new DocumentState(state.File, state.Form, state.Facts, System.Text.Json.JsonElement.Parse("{}"), state.Slots, state.Acts);
        Assert.Contains(Judged(nameless, Sign(Issued(Record), "party"), Now), problem => problem.Code == "officers-unnamed");
    }

    [Fact]
    public void A_document_of_a_pack_that_is_not_installed_cannot_be_judged()
    {
        var state = State(Issued(Record));
        Assert.Null(AttestingDesk.Library(new PackLibrary([], Scene.House.Packs.Profiles, []), state));
        Assert.Equal("pack-unknown", Assert.Single(AttestingDesk.Unknown(state).Problems).Code);
    }

    [Fact]
    public void A_stranger_s_file_is_no_document() =>
        Assert.IsType<AttestingOutcome.Unreadable>(Attest("%PDF-1.7 nothing"u8.ToArray(), Sign(Issued(Record), "party")));

    private static JsonObject Sign(byte[] shown, string slot) => Act("signature", slot, Person("王海涛", ink: true), shown, ("everyPage", true));

    private static JsonObject SignOfficer(byte[] shown, string slot, JsonObject officer) => Act("signature", slot, officer, shown, ("everyPage", true));

    private static JsonObject Alter(byte[] shown, int page, string old, string now) =>
        Act("alteration", "alteration-1", Person("王海涛", ink: true), shown, ("page", page), ("old", old), ("new", now));

    private static JsonObject InSlot(JsonObject act, params ReadOnlySpan<string> slots)
    {
        act["slots"] = new JsonArray([.. slots.ToArray().Select(slot => (JsonNode)slot)]);
        return act;
    }

    private static JsonObject Read(string listener) => Act("read-aloud", "reading", Zhou(), null, ("listener", listener), ("reason", "不识字"), ("answer", "听清楚了，没有意见"));

    private static JsonObject Mail(params ReadOnlySpan<(string Name, JsonNode? Value)> more) =>
        Act("delivery", "recipient", Party(), null, [("mode", "mail"), ("carrier", "挂号信"), ("number", "XA00012345644"), ("postedOn", "2026-03-25"), .. more]);

    private static JsonObject Acting(JsonObject person, string capacity)
    {
        person["capacity"] = capacity;
        return person;
    }

    private static JsonObject Identified(JsonObject person)
    {
        person["unit"] = "民主社区居民委员会";
        return person;
    }

    private static DocumentState State(byte[] document) => DocumentState.Read(Writ.Pdf.PdfFile.OpenStrictly(document))!;

    private static IReadOnlyList<Problem> Judged(DocumentState state, JsonObject act, DateTimeOffset now)
    {
        List<Problem> problems = [];
        var read = AttestationReader.Read(System.Text.Json.JsonElement.Parse(act.ToJsonString()), problems);
        Assert.Empty(problems);
        return Issuing.Check(state, read!, Scene.House.Packs.Find(state.PackId)!, Scene.House.Packs.Profiles[state.Profile], Scene.House.Examine(state.File.Bytes.ToArray()), now);
    }

    private static JsonObject Refuse(JsonArray officers) => Act("refusal", "party", Party(), null, ("reason", "不签"), ("officers", officers), ("noWitness", "夜间无人"));

    private static JsonObject Leave(params ReadOnlySpan<(string, JsonNode?)> more) =>
        Act("delivery", "recipient", Person("孙玉芬"), null, [("mode", "left"), ("reason", "不服"), ("leftAt", "置于收银台"), ("officers", BothOfTonghua()), .. more]);

    private static JsonObject At(JsonObject act, string moment)
    {
        act["at"] = moment;
        return act;
    }

    private static JsonObject Named(JsonObject person, string name)
    {
        person["name"] = name;
        return person;
    }

    private static byte[] Altered() => AlteredOnce.Value;
    private static readonly Lazy<byte[]> AlteredOnce = new(() => Recorded(Issued(Questioning), Alter(Issued(Questioning), 1, "大专文化", "本科文化")));

    private static byte[] Signed() => SignedOnce.Value;
    private static readonly Lazy<byte[]> SignedOnce = new(() => Recorded(Issued(Record), Sign(Issued(Record), "party")));

    private static byte[] Refused() => RefusedOnce.Value;
    private static readonly Lazy<byte[]> RefusedOnce = new(() => Recorded(Issued(Record), Refuse(Both())));

    private static byte[] Absent() => AbsentOnce.Value;
    private static readonly Lazy<byte[]> AbsentOnce = new(() => Recorded(Issued(Record), Act("absence", "party", Party(), null,
        ("reason", "在外地"), ("notified", "已电话通知"), ("officers", Both()), ("noWitness", "夜间无人"))));

    private static byte[] SignedLater() => LaterOnce.Value;
    private static readonly Lazy<byte[]> LaterOnce = new(() => Recorded(Issued(Record), At(Sign(Issued(Record), "party"), "2026-11-22T10:10:00+08:00")));

    private static byte[] FromElsewhere() => ElsewhereOnce.Value;
    private static readonly Lazy<byte[]> ElsewhereOnce = new(Foreign);

    private static byte[] FirstOfficer() => FirstOfficerOnce.Value;
    private static readonly Lazy<byte[]> FirstOfficerOnce = new(() =>
    {
        var read = Act("signature", "person", Person("王海涛", ink: true), Issued(Questioning), ("everyPage", true), ("phrase", new JsonObject { ["text"] = "以上笔录我已看过，与我说的一致。", ["ink"] = Ink() }));
        read["slots"] = new JsonArray("person", "statement");
        var signed = Recorded(Issued(Questioning), read);
        return Recorded(signed, SignOfficer(signed, "officer-1", Zhou()));
    });

    private static byte[] LeftThere() => LeftOnce.Value;
    private static readonly Lazy<byte[]> LeftOnce = new(() => Recorded(Issued(Return, Left), Leave(("witness", Witness()), ("recordings", new JsonArray(Recording())))));

    private static byte[] Closed() => ClosedOnce.Value;
    private static readonly Lazy<byte[]> ClosedOnce = new(() =>
    {
        var first = Recorded(Signed(), SignOfficer(Signed(), "officer-1", Zhou()));
        return ((AttestingOutcome.Recorded)Close(Recorded(first, SignOfficer(first, "officer-2", Li())))).Document.ToArray();
    });

    private static byte[] Tampered() => TamperedOnce.Value;
    // One byte of the first revision's header comment: the file still reads, the seal no longer holds.
    private static readonly Lazy<byte[]> TamperedOnce = new(() =>
    {
        var changed = Issued(Record).ToArray();
        changed[Array.IndexOf(changed, (byte)'\n') + 2] ^= 1;
        return changed;
    });
}
