using System.Text.Json.Nodes;

namespace Tsunagu.Tests.EndToEnd.Storm;

/// <summary>Reads an agency's inbox from its beginning.</summary>
static class InboxReading
{
    public static async Task<List<InboxLine>> AllAsync(PatientClient staff, CancellationToken ct)
    {
        List<InboxLine> lines = [];
        while (true)
        {
            var page = await staff.GetAsync($"/v1/inbox?pageSize=200&after={(lines.Count > 0 ? lines[^1].Cursor : "")}", ct);
            if (!page.IsOk)
                throw new InvalidOperationException($"The inbox answered {page}.");
            var items = page.Body["items"]?.AsArray() ?? [];
            if (items.Count == 0)
                return lines;
            lines.AddRange(items.Select(item => Line(item!)));
        }
    }

    public static InboxLine Line(JsonNode item) =>
        new(item["cursor"]!.ToString(), item["type"]!.ToString(), item["subjectType"]!.ToString(), item["subjectId"]!.ToString());
}
