namespace Writ.Documents;

/// <summary>对外文书 · 内部文书 · 笔录记录 · 案卷材料.</summary>
public enum PackKind
{
    External,
    Internal,
    Record,
    Dossier,
}
