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
            return Last(state.Form, key, now);
        var drawing = SlotDrawing.Prepare(SlotPlan.Unused(state, unused), fonts, []) ?? throw new InvalidOperationException("A stroke can always be drawn.");
        return Attesting.Request(unused, key, ActRecord.WriteUnused(state, unused, now), "未使用", now) with { Changes = update => drawing.Write(update, default) };
    }

    private static SealRequest Last(DocumentForm form, ISealKey key, DateTimeOffset now)
    {
        var edges = form.Fields.Where(field => FieldNames.IsEdge(field.Name)).ToList();
        return new SealRequest
        {
            Key = key,
            Field = FieldNames.Close,
            Act = SealAct.Close,
            Time = now,
            Reason = "封存",
            Changes = edges.Count == 0 ? null : update => edges.ForEach(edge => Renew(update, edge)),
        };
    }

    // The closing seal locks the strips of the edge seal (骑缝章). pyHanko takes a locked appearance for a change unless it was written in the very
    // revision of the lock, so each is written once more in its place, as it was: a strip that was redrawn before stays redrawn for all to see.
    private static void Renew(IncrementalUpdate update, PlacedField edge)
    {
        if (update.Base.Resolve(edge.Dictionary["AP"]) is PdfDictionary appearance && appearance["N"] is PdfReference drawing && update.Base.Resolve(drawing) is PdfStream strip)
            update.Write(drawing, strip);
    }
}
