using Writ.Pdf;
using Writ.Sealing;
using Writ.Typesetting;

namespace Writ.Documents;

/// <summary>
/// The end of a document (封存): every slot nobody used is struck out under its own seal, then the closing seal is set.
/// An open slot would stay fillable in every reader's eyes.
/// </summary>
public static class Closing
{
    /// <summary>What the next step of closing seals: one unused slot after the other, and the closing seal when none is left. Ask again after each.</summary>
    public static SealRequest Next(DocumentState state, FontLibrary fonts, ISealKey key, DateTimeOffset now)
    {
        if (state.IsClosed) throw new ArgumentException("The document is closed; Issuing.CheckClosing would have said so.", nameof(state));
        if (state.Slots.FirstOrDefault(slot => !slot.IsSettled) is not { } unused)
            return new SealRequest { Key = key, Field = FieldNames.Close, Act = SealAct.Close, Time = now, Reason = "封存" };
        var drawing = SlotDrawing.Prepare(SlotPlan.Unused(state, unused), fonts, []) ?? throw new InvalidOperationException("A stroke can always be drawn.");
        return Attesting.Request(unused, key, ActRecord.WriteUnused(state, unused, now), "未使用", now) with { Changes = update => drawing.Write(update, default) };
    }
}
