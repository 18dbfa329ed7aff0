using Writ.Sealing;

namespace Writ.Documents;

/// <summary>
/// Renders the first revision again from the case data it carries, with the same pack, profile and clock. Who can do that needs to trust nobody's
/// account of how the pages came about: what is printed is what the data say.
/// </summary>
internal static class Reproducing
{
    public static (Reproduction Outcome, Finding Finding) Try(DocumentState state, PackLibrary? packs, Renderer? renderer)
    {
        if (packs is null || renderer is null)
            return Unknown("本机没有文书模板", "no template packs are installed here");
        if (packs.Packs.FirstOrDefault(known => known.Id == state.PackId) is not { } pack)
            return Unknown($"本机没有文书模板 {state.PackId}", $"the pack {state.PackId} is not installed here");
        if (state.Facts.IsDerived)
            return Unknown("这是经遮盖的派生文书，原案情数据不在其中", "this is a masked, derived document; the original case data is not in it");
        if (pack.Version != state.PackVersion || pack.Hash != state.Facts.PackHash)
            return Unknown($"本机的文书模板 {pack.Id} 版本为 {pack.Version}，文书使用 {state.PackVersion}，或者模板文件不同", $"the pack {pack.Id} is here as version {pack.Version} with its own files; the writ was made with version {state.PackVersion}");
        if (!packs.Profiles.TryGetValue(state.Profile, out var profile))
            return Unknown($"本机没有规则档案 {state.Profile}", $"the profile {state.Profile} is not installed here");

        if (pack.Check(state.CaseData, profile, state.Rendered).Checked is not { } data)
            return No("内嵌案情数据通不过模板自身的检查", "the embedded case data does not pass the pack's own checks");
        if (renderer.Render(data, state.Rendered).Writ is not { } writ)
            return No("内嵌案情数据不能生成文书", "the embedded case data does not render");
        return writ.Pdf.Span.SequenceEqual(state.File.Revisions[0].Bytes.Span)
            ? (Reproduction.Yes, new Finding("writ-reproduced", FindingSeverity.Information, 1,
                "由内嵌案情数据和同一模板重新生成的文件与第一个修订逐字节一致。", "Rendered again from the embedded case data with the same pack, the first revision is the same byte for byte."))
            : No("重新生成的文件与第一个修订不一致；可能是规则档案或字体已经变化，也可能是版面并非由该数据生成", "what renders here differs from the first revision: profile or fonts have changed since, or the pages were not made from this data");
    }

    private static (Reproduction, Finding) Unknown(string zh, string en) =>
        (Reproduction.PackUnknown, new Finding("writ-pack-unknown", FindingSeverity.Information, 1, $"不能重新生成以作比较：{zh}。", $"It cannot be rendered again for comparison: {en}."));

    private static (Reproduction, Finding) No(string zh, string en) =>
        (Reproduction.No, new Finding("writ-not-reproduced", FindingSeverity.Warning, 1, $"未能逐字节重新生成：{zh}。", $"Not reproduced byte for byte: {en}."));
}
