namespace Writ.Documents.Packs;

/// <summary>Reads <c>pack.json</c>.</summary>
internal static class ManifestReader
{
    private static readonly IReadOnlyDictionary<string, PackKind> Kinds = new Dictionary<string, PackKind>
    {
        ["external"] = PackKind.External, ["internal"] = PackKind.Internal, ["record"] = PackKind.Record, ["dossier"] = PackKind.Dossier,
    };

    public static Manifest Read(string file, LocatedJson json, string folder, List<PackProblem> problems)
    {
        var cursor = new ObjectCursor(file, json, problems);
        var manifest = new Manifest
        {
            Id = cursor.Text("id"),
            Name = cursor.Text("name"),
            NameEn = cursor.Text("nameEn"),
            Number = cursor.Text("number"),
            Edition = cursor.Text("edition"),
            Version = cursor.Text("version"),
            Kind = cursor.Choice("kind", Kinds, PackKind.External),
            Stage = cursor.Text("stage"),
            Purpose = cursor.Both("purpose"),
            FormerNames = cursor.Texts("formerNames"),
            LegalBasis = [.. cursor.List("legalBasis", required: true).Select(item => LegalReferenceReader.Read(file, item, problems))],
            InForceFrom = cursor.Text("inForceFrom"),
            Styles = cursor.Texts("styles", required: true),
            Fit = cursor.Any("fit") is { } fit ? Fit(file, fit, problems) : null,
            Seal = cursor.TextOrNull("seal"),
            PerPageSignatures = cursor.Flag("perPageSignatures"),
            RecordingDuty = cursor.TextOrNull("recordingDuty"),
            Serial = cursor.TextOrNull("serial"),
            Rare = cursor.Flag("rare"),
            Slots = [.. cursor.List("slots", required: true).Select(item => Slot(file, item, problems))],
        };
        cursor.Close();
        if (manifest.Id != folder)
            cursor.Complain(cursor.At, "pack-id-mismatch", $"id“{manifest.Id}”应与文件夹名“{folder}”一致", $"id \"{manifest.Id}\" must equal the folder name \"{folder}\"");
        if (!IsId(folder))
            cursor.Complain(cursor.At, "pack-id-malformed", "文件夹名只能用小写字母、数字和连字符", "a folder name consists of lower-case letters, digits and hyphens");
        if (!Stage.All.Contains(manifest.Stage))
            cursor.Complain(cursor.At, "pack-value-not-allowed", $"stage只能是：{string.Join("、", Stage.All)}", $"stage must be one of: {string.Join(", ", Stage.All)}");
        if (!DateFormat.Holds(manifest.InForceFrom))
            cursor.Complain(cursor.At, "pack-value-not-allowed", "inForceFrom应为日期", "inForceFrom must be a date");
        if (manifest.Seal is not (null or "bureau"))
            cursor.Complain(cursor.At, "pack-value-not-allowed", "seal只能是null或bureau", "seal must be null or \"bureau\"");
        foreach (var twice in manifest.Slots.GroupBy(slot => slot.Name).Where(group => group.Count() > 1))
            cursor.Complain(cursor.At, "pack-slot-repeated", $"签署栏“{twice.Key}”重复", $"the slot \"{twice.Key}\" is declared twice");
        return manifest;
    }

    private static PageFit Fit(string file, LocatedJson json, List<PackProblem> problems)
    {
        var cursor = new ObjectCursor(file, json, problems);
        var fit = new PageFit(cursor.Whole("pages") ?? 0, cursor.Texts("styles", required: true));
        cursor.Close();
        if (fit.Pages is 0 or > 9)
            cursor.Complain(cursor.At, "pack-value-not-allowed", "pages应为范本的页数（1至9）", "pages must be the number of pages of the model (1 to 9)");
        return fit;
    }

    private static SlotDeclaration Slot(string file, LocatedJson json, List<PackProblem> problems)
    {
        var cursor = new ObjectCursor(file, json, problems);
        var slot = new SlotDeclaration(
            cursor.Text("name"), cursor.Text("role"), cursor.Both("label"), cursor.Flag("perPage"), cursor.Flag("required", otherwise: true),
            cursor.Whole("order") ?? 1, cursor.TextOrNull("phrase"), cursor.Flag("many"));
        cursor.Close();
        return slot;
    }

    private static bool IsId(string text) =>
        text.Length is > 0 and <= 64 && text[0] != '-' && text[^1] != '-' && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
