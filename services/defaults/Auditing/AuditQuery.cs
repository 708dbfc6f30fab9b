using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Audit.V1;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>A search of the log, parsed.</summary>
sealed record AuditQuery(
    string? Subject, string Staff, string Agency, DateTimeOffset? From, DateTimeOffset? Before, bool RefusedOnly, int Size, long? Below)
{
    /// <exception cref="Primitives.Refusal">FIELD_INVALID, PAGE_TOKEN_INVALID.</exception>
    public static AuditQuery Of(SearchAuditRequest request)
    {
        var kind = FieldParser.Text(request.SubjectKind, "subject_kind", 40, required: request.SubjectId.Length > 0);
        var id = FieldParser.Text(request.SubjectId, "subject_id", 100, required: kind.Length > 0);
        var keys = PageTokens.Decode(request.PageToken, 1);
        return new(
            kind.Length > 0 ? $"{kind}:{id}" : null,
            FieldParser.Text(request.StaffId, "staff_id", 200, required: false),
            FieldParser.Text(request.AgencyId, "agency_id", 100, required: false),
            request.From?.ToDateTimeOffset(),
            request.Before?.ToDateTimeOffset(),
            request.RefusedOnly,
            FieldParser.PageSize(request.PageSize, 50, 200),
            keys is null ? null : PageKeys.Position(keys[0]));
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
        if (Subject is { } subject)
            acts = acts.Where(act => act.Subjects.Contains(subject));
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
            Outcome = Text("outcome"),
            Sequence = sequence,
            Subjects = { act.GetProperty("subjects").EnumerateArray().Select(Record) },
        };

        string Text(string name) => act.GetProperty(name).GetString()!;
    }

    static AuditedRecord Record(JsonElement subject)
    {
        var text = subject.GetString()!;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return new() { Kind = text[..colon], Id = text[(colon + 1)..] };
    }
}
