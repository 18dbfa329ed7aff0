using System.Text.Json;
using System.Text.Json.Nodes;
using Writ.Documents.Packs;

namespace Writ.Documents;

/// <summary>Makes of checked case data what an audience may see of it (公开与提供). Pure; classes come from the pack's schema, terms from the profile.</summary>
public static class Disclosing
{
    // 行政处罚法 50: secrets, business secrets and privacy learned in the case are kept. 政府信息公开条例 16: internal papers and case files may be withheld.
    private const string Basis = "《中华人民共和国行政处罚法》第五十条；《中华人民共和国政府信息公开条例》第十六条";

    /// <summary>The data for an audience; the data itself for <see cref="Audience.Internal"/>, nothing and the reason for a form that is not for that audience at all.</summary>
    public static CheckResult Prepare(CheckedData data, Derivation derivation)
    {
        if (derivation.Audience == Audience.Internal) return new CheckResult([], data);
        var schema = data.Pack.Schema.Root;
        if (data.Profile.Disclosure.Of(schema.Privacy!, derivation.Audience) != Treatment.Keep)
            return new CheckResult([new Problem("audience-refused", "$", new Bilingual(
                $"《{data.Pack.Name.Zh}》属于内部文书、案卷材料，不制作{derivation.Title}。", $"The {data.Pack.Name.En} is an internal paper; it is not made for the {derivation.AudienceName}."), Basis)], null);
        var masked = new CaseMasking(data, derivation.Audience).Run();
        var shown = JsonElement.Parse(masked.ToJsonString());
        return new CheckResult([], new CheckedData(data.Pack, data.Profile, shown, ScriptModel.Of(Completion.Complete(shown, schema)), CaseImages.Collect(shown, schema)) { Derivation = derivation });
    }
}
