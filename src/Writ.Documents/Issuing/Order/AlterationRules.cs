using System.Text.Json;

namespace Writ.Documents;

/// <summary>A correction names a passage that is there, and comes before the officers have signed (程序规定 第二十九条).</summary>
internal static class AlterationRules
{
    public static void Check(Judgement on)
    {
        if (on.Act is not Alteration alteration) return;
        if (alteration.Page < 1 || alteration.Page > on.State.Pages)
            on.Forbid("alteration-page-unknown", "$.page", $"文书共 {on.State.Pages} 页，没有第 {alteration.Page} 页。", $"The document has {on.State.Pages} pages; there is no page {alteration.Page}.", Basis.EveryPage);
        if (alteration.Old.Length > 0 && !Occurs(on.State.CaseData, alteration.Old))
            on.Forbid("alteration-passage-unknown", "$.old", $"文书中没有“{alteration.Old}”。", $"The document does not say “{alteration.Old}”.", Basis.EveryPage);
        CheckTurn(on);
    }

    public static void CheckTurn(Judgement on)
    {
        if (on.Act is Alteration && on.State.Slots.Any(slot => slot is { Role: "officer", IsSettled: true }))
            on.Forbid("alteration-after-signing", "$", "执法人员签名后不得改动，应另行制作补正文书。", "Nothing is altered once an officer has signed; issue a correction instead.", Basis.Unaltered);
    }

    private static bool Occurs(JsonElement value, string passage) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Any(member => Occurs(member.Value, passage)),
        JsonValueKind.Array => value.EnumerateArray().Any(item => Occurs(item, passage)),
        JsonValueKind.String => value.GetString()!.Contains(passage, StringComparison.Ordinal),
        JsonValueKind.Number => value.GetRawText() == passage,
        _ => false,
    };
}
