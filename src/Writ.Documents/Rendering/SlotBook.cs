using System.Globalization;
using Writ.Typesetting;

namespace Writ.Documents.Rendering;

/// <summary>The slots a layout shows, numbered in the order in which the pack declares them, and the fields each of them owns.</summary>
internal sealed class SlotBook
{
    private readonly Dictionary<string, SlotEntry> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, SlotPart Part, int Page), int> copies = [];

    private SlotBook(IReadOnlyList<SlotEntry> slots)
    {
        Slots = slots;
        foreach (var slot in slots) byName.Add(slot.Name, slot);
    }

    public IReadOnlyList<SlotEntry> Slots { get; }

    /// <summary>Reads the slots off a layout; those no pack declares become problems.</summary>
    public static SlotBook Of(Layout layout, Pack pack, List<Problem> problems)
    {
        var shown = new Dictionary<string, SlotDeclaration>(StringComparer.Ordinal);
        foreach (var place in layout.Pages.SelectMany(page => page.Items).OfType<SlotPlace>())
        {
            if (shown.ContainsKey(place.Name)) continue;
            if (pack.FindSlot(place.Name) is { } declaration) shown.Add(place.Name, declaration);
            else
            {
                problems.Add(new Problem("slot-undeclared", "$", new Bilingual(
                    $"模板使用了未声明的签署栏“{place.Name}”。", $"The template shows the slot {place.Name}, which pack.json does not declare.")));
                shown.Add(place.Name, new SlotDeclaration(place.Name, "unknown", new Bilingual(place.Label, place.Label), false, false, int.MaxValue, null, false));
            }
        }
        var order = pack.Slots.Select((slot, index) => (slot.Name, index)).ToDictionary(pair => pair.Name, pair => pair.index, StringComparer.Ordinal);
        var numbered = shown
            .OrderBy(pair => order.GetValueOrDefault(pair.Value.Name, int.MaxValue))
            .ThenBy(pair => Ordinal(pair.Key, pair.Value))
            .Select((pair, index) => new SlotEntry(index + 1, pair.Key, pair.Value));
        return new SlotBook([.. numbered]);
    }

    public SlotEntry this[string name] => byName[name];

    /// <summary>Names the field for a place and notes that the slot owns it.</summary>
    public string Enter(SlotPlace place)
    {
        var slot = byName[place.Name];
        var key = (place.Name, place.Part, place.PageIndex);
        var copy = copies.GetValueOrDefault(key);
        copies[key] = copy + 1;
        var name = FieldNames.Place(slot.Number, PartName(place.Part), place.PageIndex + 1, copy);
        slot.Fields.Add(name);
        return name;
    }

    public static string PartName(SlotPart part) => part switch
    {
        SlotPart.Ink => "ink",
        SlotPart.Text => "text",
        SlotPart.Date => "date",
        SlotPart.Sign => "ink",
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    // Slots that repeat are called name-1, name-2 …: their number orders them, not its digits.
    private static int Ordinal(string name, SlotDeclaration declaration) =>
        declaration.Many && int.TryParse(name.AsSpan(declaration.Name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
