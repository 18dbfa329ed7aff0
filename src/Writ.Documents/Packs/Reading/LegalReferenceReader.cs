namespace Writ.Documents.Packs;

/// <summary>Reads <c>{"law","article","note"}</c>.</summary>
internal static class LegalReferenceReader
{
    public static LegalReference Read(string file, LocatedJson json, List<PackProblem> problems)
    {
        var cursor = new ObjectCursor(file, json, problems);
        var reference = new LegalReference(cursor.Text("law"), cursor.Text("article"), cursor.TextOrNull("note"));
        cursor.Close();
        if (reference.Law.StartsWith('《'))
            cursor.Complain(cursor.At, "pack-value-not-allowed", "法律名称不带书名号", "the title of a law is written without 《》");
        return reference;
    }
}
