namespace Writ.Sealing.Checking.Changes;

/// <summary>What a later change asks of the seals before it, least first.</summary>
internal enum ChangeNature
{
    /// <summary>Validation data, document timestamps, dates of the metadata, housekeeping: no seal forbids it.</summary>
    Upkeep,

    /// <summary>A field got a value.</summary>
    Filling,

    /// <summary>A prepared or invisible seal field was sealed.</summary>
    Sealing,

    /// <summary>A seal field that shows was added.</summary>
    NewVisibleField,

    /// <summary>An annotation that paints nothing over the page was added or changed.</summary>
    Annotating,

    /// <summary>No rule allows it.</summary>
    Forbidden,
}
