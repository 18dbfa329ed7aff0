using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Writ.Documents;

/// <summary>What a ticket tells the tablet: the document, the slots with the places of their ink, who signs, what they may do.</summary>
internal static class TicketFacts
{
    public static JsonElement Write(DocumentState state, TicketRequest request, ImmutableArray<string> acts, Profile profile, DateTimeOffset now)
    {
        var facts = new JsonObject
        {
            ["iss"] = profile.BureauName,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = request.ExpiresAt.ToUnixTimeSeconds(),
            ["expiresAt"] = request.ExpiresAt,
            ["document"] = new JsonObject
            {
                ["id"] = state.DocumentId, ["pack"] = state.PackId, ["packName"] = state.PackName, ["sha256"] = state.Sha256, ["length"] = state.File.Bytes.Length, ["pages"] = state.Pages,
            },
            ["slots"] = new JsonArray([.. request.Slots.Select(name => Slot(state, state.Find(name)!))]),
            ["person"] = JsonNode.Parse(request.Person.GetRawText()),
            ["acts"] = new JsonArray([.. acts.Select(act => JsonValue.Create(act))]),
            ["readingSeconds"] = request.ReadingSeconds ?? profile.ReadingSeconds,
        };
        if (request.Given is { } given) facts["given"] = JsonNode.Parse(given.GetRawText());
        return JsonSerializer.SerializeToElement(facts);
    }

    private static JsonObject Slot(DocumentState state, SlotState slot)
    {
        var told = new JsonObject
        {
            ["name"] = slot.Name, ["role"] = slot.Role, ["label"] = slot.Label, ["perPage"] = slot.PerPage,
            ["pages"] = new JsonArray([.. slot.Places.Where(place => place.Part == "ink").Select(place => place.Page).Distinct().Order().Select(page => JsonValue.Create(page))]),
            ["places"] = new JsonArray([.. slot.Places.Select(place => Place(state, place))]),
        };
        if (slot.Phrase is { } phrase) told["phrase"] = phrase;
        return told;
    }

    private static JsonObject Place(DocumentState state, SlotPlacing place)
    {
        var box = state.Form.Find(place.Field)?.Box ?? default;
        return new JsonObject { ["part"] = place.Part, ["page"] = place.Page, ["rect"] = new JsonArray(box.Left, box.Bottom, box.Right, box.Top) };
    }
}
