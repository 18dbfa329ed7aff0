namespace Writ.Pdf;

/// <summary>What happens to the data of a stream that is written.</summary>
public enum StreamCoding
{
    /// <summary>Compressed once, when that pays.</summary>
    Flate,
    /// <summary>Written as handed in: already filtered (its dictionary says how), or to stay readable.</summary>
    AsItIs,
}
