namespace Writ.Typesetting;

/// <summary>How many operands each drawing operator takes (Adobe Technical Note 5177, sections 4.1 and 4.2).</summary>
internal static class CharstringOperands
{
    public static bool Draws(CharstringOperator code) => code is CharstringOperator.RLineTo or CharstringOperator.HLineTo or CharstringOperator.VLineTo
        or CharstringOperator.RRCurveTo or CharstringOperator.RCurveLine or CharstringOperator.RLineCurve or CharstringOperator.VVCurveTo
        or CharstringOperator.HHCurveTo or CharstringOperator.VHCurveTo or CharstringOperator.HVCurveTo
        or CharstringOperator.HFlex or CharstringOperator.Flex or CharstringOperator.HFlex1 or CharstringOperator.Flex1;

    public static bool Fit(CharstringOperator code, int count) => code switch
    {
        CharstringOperator.RMoveTo => count == 2,
        CharstringOperator.HMoveTo or CharstringOperator.VMoveTo => count == 1,
        CharstringOperator.RLineTo => count >= 2 && count % 2 == 0,
        CharstringOperator.HLineTo or CharstringOperator.VLineTo => count >= 1,
        CharstringOperator.RRCurveTo => count >= 6 && count % 6 == 0,
        CharstringOperator.RCurveLine => count >= 8 && count % 6 == 2,
        CharstringOperator.RLineCurve => count >= 8 && count % 2 == 0,
        CharstringOperator.VVCurveTo or CharstringOperator.HHCurveTo => count >= 4 && count % 4 <= 1,
        CharstringOperator.VHCurveTo or CharstringOperator.HVCurveTo => count >= 4 && count % 4 <= 1,
        CharstringOperator.HFlex => count == 7,
        CharstringOperator.Flex => count == 13,
        CharstringOperator.HFlex1 => count == 9,
        CharstringOperator.Flex1 => count == 11,
        _ => false,
    };
}
