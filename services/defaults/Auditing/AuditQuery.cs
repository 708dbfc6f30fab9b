using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Audit.V1;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>A search of the log, parsed: acts on any of the records (<c>kind:id</c>), or on whatever when none is named.</summary>
sealed record AuditQuery(
    string[] Records, string Staff, string Agency, DateTimeOffset? From, DateTimeOffset? Before, bool RefusedOnly, int Size, long? Below)
{
    /// <exception cref="Primitives.Refusal">FIELD_INVALID, PAGE_TOKEN_INVALID.</exception>
    public static AuditQuery Of(SearchAuditRequest request)
    {
        var keys = PageTokens.Decode(request.PageToken, 1);
        return new(
            Wanted(request),
            FieldParser.Text(request.StaffId, "staff_id", 200, required: false),
            FieldParser.Text(request.AgencyId, "agency_id", 100, required: false),
            request.From?.ToDateTimeOffset(),
            request.Before?.ToDateTimeOffset(),
            request.RefusedOnly,
            FieldParser.PageSize(request.PageSize, 50, 200),
            keys is null ? null : PageKeys.Position(keys[0]));
    }

    /// <summary>A record as the log names it; null when neither kind nor id is given.</summary>
    /// <exception cref="Primitives.Refusal">FIELD_INVALID: one without the other.</exception>
    public static string? Record(string kind, string id, bool required = false, string path = "subject_")
    {
        kind = FieldParser.Text(kind, $"{path}kind", 40, required || id.Length > 0);
        id = FieldParser.Text(id, $"{path}id", 100, required: kind.Length > 0);
        return kind.Length > 0 ? $"{kind}:{id}" : null;
    }

    /// <summary>A record that the log names, for the wire.</summary>
    public static AuditedRecord ToWire(string record)
    {
        var colon = record.IndexOf(':', StringComparison.Ordinal);
        return new() { Kind = record[..colon], Id = record[(colon + 1)..] };
    }

    /// <summary>One page, newest first.</summary>
    public async Task<SearchAuditResponse> RunAsync(ServiceDbContext db, string service, CancellationToken ct)
    {
        var acts = await Filter(db.Set<SealedAct>().AsNoTracking())
            .OrderByDescending(act => act.Sequence).Take(Size + 1)
            .Select(act => new { act.Sequence, act.Body })
            .ToListAsync(ct);
        var page = new SearchAuditResponse { Entries = { acts.Take(Size).Select(act => Entry(act.Body, act.Sequence)) } };
        if (acts.Count > Size)
            page.NextPageToken = PageTokens.Encode(acts[Size - 1].Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return page;
    }

    IQueryable<SealedAct> Filter(IQueryable<SealedAct> acts)
    {
        if (Records is { Length: > 0 } records)
            acts = acts.Where(act => act.Subjects.Any(subject => records.Contains(subject)));
        if (Staff.Length > 0)
            acts = acts.Where(act => act.Staff == Staff);
        if (Agency.Length > 0)
            acts = acts.Where(act => act.Agency == Agency);
        if (From is { } from)
            acts = acts.Where(act => act.At >= from);
        if (Before is { } before)
            acts = acts.Where(act => act.At < before);
        if (RefusedOnly)
            acts = acts.Where(act => act.Outcome != AuditLeaf.Ok && act.Outcome != AuditLeaf.Repeated);
        return Below is { } below ? acts.Where(act => act.Sequence < below) : acts;
    }

    static AuditEntry Entry(string body, long sequence)
    {
        using var json = JsonDocument.Parse(body);
        var act = json.RootElement;
        return new AuditEntry
        {
            Service = Text("service"),
            At = act.GetProperty("at").GetDateTimeOffset().ToTimestamp(),
            StaffId = Text("staff"),
            AgencyId = Text("agency"),
            Method = Text("method"),
            Purpose = Text("purpose"),
            // Acts of before the log named their ground have none.
            Bases = { act.TryGetProperty("bases", out var bases) ? bases.EnumerateArray().Select(basis => basis.GetString()!) : [] },
            Outcome = Text("outcome"),
            Sequence = sequence,
            Subjects = { act.GetProperty("subjects").EnumerateArray().Select(subject => ToWire(subject.GetString()!)) },
        };

        string Text(string name) => act.GetProperty(name).GetString()!;
    }

    static string[] Wanted(SearchAuditRequest request)
    {
        if (Record(request.SubjectKind, request.SubjectId) is not { } subject)
            return request.Related.Count == 0 ? [] : throw WireErrors.Field("subject_kind", "必須項目です。");
        if (request.Related.Count > RelatedRecords.Most)
            throw WireErrors.Field("related", $"{RelatedRecords.Most}件以内で指定してください。");
        return [subject, .. request.Related.Select((record, number) => Record(record.Kind, record.Id, required: true, $"related[{number}].")!)];
    }
}
