namespace Writ.Documents;

/// <summary>The provisions on which the order of acts stands, as a refusal cites them.</summary>
internal static class Basis
{
    private const string Procedure = "《市场监督管理行政处罚程序规定》";
    public const string TwoOfficers = "《中华人民共和国行政处罚法》第四十二条第一款";
    public const string OfficersShowThemselves = "《中华人民共和国行政处罚法》第五十五条第一款";
    public const string EveryPage = Procedure + "第二十九条";
    public const string Refusing = Procedure + "第四十三条";
    public const string AbsentParty = "《中华人民共和国行政强制法》第十八条第（九）项";
    public const string Serving = Procedure + "第八十二条";
    public const string ServedByConsent = "《中华人民共和国行政处罚法》第六十一条第二款";
    public const string Unaltered = "《中华人民共和国电子签名法》第十三条第一款";
    public const string Original = "《中华人民共和国电子签名法》第五条";
}
