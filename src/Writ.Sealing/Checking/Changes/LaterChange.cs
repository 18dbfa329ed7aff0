namespace Writ.Sealing.Checking.Changes;

/// <summary>One thing a revision did, explained or not.</summary>
/// <param name="Code">Stable kebab code.</param>
/// <param name="Object">Number of the object concerned; 0 when it is none.</param>
/// <param name="Page">Page concerned, counted from 1; 0 when it is none.</param>
/// <param name="Field">Full name of the field concerned; null when a lock on fields says nothing about the change.</param>
internal sealed record LaterChange(ChangeNature Nature, string Code, string Zh, string En, int Object = 0, int Page = 0, string? Field = null);
