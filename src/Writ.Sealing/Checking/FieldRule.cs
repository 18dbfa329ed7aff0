using Writ.Pdf;

namespace Writ.Sealing.Checking;

/// <summary>A field may get a value and an appearance, once, while no seal locks it; nothing else of it may change.</summary>
internal static class FieldRule
{
    public static void Examine(LaterRevision revision)
    {
        foreach (var field in FormView.Fields(revision.Now))
        {
            if (!revision.IsChanged(field.Reference))
                continue;
            if (revision.Before.Get(field.Reference) is not PdfDictionary before)
                continue;
            Examine(revision, field, before);
        }
    }

    private static void Examine(LaterRevision revision, ViewedField field, PdfDictionary before)
    {
        var now = field.Dictionary;
        if (before.Equals(now))
            return;
        if (!before.Without("V").Without("AP").Equals(now.Without("V").Without("AP")))
        {
            revision.Violate($"the field {field.Name} changed beyond value and appearance");
            return;
        }
        if (!revision.Permissions.MayFill)
        {
            revision.Violate($"the field {field.Name} changed after {revision.Permissions.ClosedBy} had closed the document");
            return;
        }
        if (revision.Permissions.IsLocked(field.Name))
        {
            revision.Violate($"the locked field {field.Name} changed");
            return;
        }
        if (field.Type is not ("Sig" or "Tx"))
        {
            revision.Violate($"the field {field.Name} of type {field.Type} changed");
            return;
        }
        if (field.Type == "Sig" && (before.Has("V") || !now.Has("V")))
        {
            revision.Violate($"the seal field {field.Name} changed without being sealed");
            return;
        }
        revision.Explain(field.Reference.Number);
        revision.ExplainNew(now["V"]);
        revision.ExplainNew(now["AP"]);
    }
}
