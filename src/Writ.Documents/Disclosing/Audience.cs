namespace Writ.Documents;

/// <summary>For whom a document is made: the bureau itself, the party, or everybody.</summary>
public enum Audience
{
    /// <summary>The writ as it is.</summary>
    Internal,

    /// <summary>The party: nothing of informants and witnesses, nothing internal.</summary>
    Party,

    /// <summary>Everybody: no particulars of persons either.</summary>
    Public,
}
