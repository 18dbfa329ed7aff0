using Writ.Documents;
using Writ.Sealing;

namespace Writ.Outside;

/// <summary>What is asked of the sealing desk.</summary>
internal static class SealRequests
{
    /// <summary>A seal in the field of that name, which says what kind of act it is: the issuer's certifies and leaves the bureau's impression, the closing one ends, any other approves.</summary>
    public static SealRequest In(Chancery house, ReadOnlyMemory<byte> document, string field, ISealKey key, DateTimeOffset now)
    {
        // A document that cannot be read is refused by the desk, with its reason.
        if (field == FieldNames.Issuer && Sealer.Read(document) is { Succeeded: true, Value: { } file } && WritFacts.Read(file) is { } facts)
            return IssuingSeal.Request(file, key, house.Impression(facts.Profile), house.BureauName(facts.Profile), now);
        return new SealRequest
        {
            Key = key,
            Field = field,
            Act = field switch { FieldNames.Issuer => SealAct.Certify, FieldNames.Close => SealAct.Close, _ => SealAct.Approve },
            Time = now,
        };
    }

    /// <summary>The levels a seal may be brought to; without time there is none.</summary>
    public static SealLevel? Level(string name) => name switch
    {
        "B-T" => SealLevel.T,
        "B-LT" => SealLevel.LT,
        "B-LTA" => SealLevel.LTA,
        _ => null,
    };
}
