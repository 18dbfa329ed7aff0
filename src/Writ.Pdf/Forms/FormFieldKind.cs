namespace Writ.Pdf;

public enum FormFieldKind
{
    /// <summary>/Sig: awaits a signature, and shows ink or an impression.</summary>
    Signature,
    /// <summary>/Tx: awaits text, or an appearance that stands for it.</summary>
    Text,
}
