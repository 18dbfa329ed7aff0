namespace Writ.Sealing;

/// <summary>Where the cause of a refusal lies; decides the HTTP status at the door.</summary>
public enum SealFault
{
    /// <summary>The request asks for what the document does not allow.</summary>
    Request,

    /// <summary>The document cannot be read, or was not made for this act.</summary>
    Document,

    /// <summary>The seal key or its certificate is not fit.</summary>
    Key,

    /// <summary>A timestamp or revocation authority did not answer, or answered wrongly.</summary>
    Authority,
}

/// <summary>A reason for which nothing was sealed: stable kebab code, Chinese and English text.</summary>
/// <param name="RetryAfter">Set when trying again later may help.</param>
public sealed partial record SealProblem(string Code, string Zh, string En, SealFault Fault, TimeSpan? RetryAfter = null)
{
    public override string ToString() => $"{Code}: {En}";
}
