namespace Writ.Typesetting;

/// <summary>Standard structure types in use; the names are those of ISO 32000-1, 14.8.4.</summary>
public enum TagRole
{
    Document,
    Sect,
    Div,
    H1,
    H2,
    H3,
    P,
    L,
    LI,
    Lbl,
    LBody,
    Table,
    THead,
    TBody,
    TR,
    TH,
    TD,
    Caption,
    Span,
    Figure,
    Form,
}
