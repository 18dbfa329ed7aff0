using Writ.Sealing;

namespace Writ.Outside;

/// <summary>The levels a seal may be brought to, by the names of the standard; without time there is none.</summary>
internal static class SealLevels
{
    public static SealLevel? Named(string name) => name switch
    {
        "B-T" => SealLevel.T,
        "B-LT" => SealLevel.LT,
        "B-LTA" => SealLevel.LTA,
        _ => null,
    };
}
