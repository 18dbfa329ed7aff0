namespace Writ.Typesetting;

/// <summary>What a slot's place is for.</summary>
public enum SlotPart
{
    Ink,
    Text,
    Date,
    Sign,
}
