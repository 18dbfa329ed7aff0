namespace Writ.Scripting;

/// <summary>In the order of promotion: the greater kind of two operands decides.</summary>
internal enum NumberKind
{
    Int,
    Long,
    Big,
    Float,
    Double,
    Decimal,
}
