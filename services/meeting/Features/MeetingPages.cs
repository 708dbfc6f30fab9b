using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Meetings.V1;

namespace Tsunagu.Meetings;

/// <summary>Pages of meetings, soonest first, without the words of the decisions.</summary>
static class MeetingPages
{
    /// <summary>Reads one page, and the token of the next; the token is empty on the last page.</summary>
    public static async Task<(IReadOnlyList<Wire.MeetingSummary> Page, string NextPageToken)> PageAsync(
        this IQueryable<Meeting> meetings, int pageSize, string pageToken, CancellationToken ct)
    {
        var size = FieldParser.PageSize(pageSize, 20, 100);
        if (TimeKey.Parse(pageToken) is { } last) meetings = meetings.After(last);
        var (rows, next) = await meetings
            .OrderBy(m => m.StartsAt).ThenBy(m => m.Id)
            .Select(m => new Row(m.Id, m.Case, m.Kind, m.State, m.Convener, m.StartsAt, m.Decisions.Count))
            .PageAsync(size, row => new(row.StartsAt, row.Id.Value), ct);
        return ([.. rows.Select(ToWire)], next);
    }

    static IQueryable<Meeting> After(this IQueryable<Meeting> meetings, TimeKey key)
    {
        var id = new MeetingId(key.Id);
        return meetings.Where(m => EF.Functions.GreaterThan(ValueTuple.Create(m.StartsAt, m.Id), ValueTuple.Create(key.At, id)));
    }

    static Wire.MeetingSummary ToWire(Row row) => new()
    {
        MeetingId = row.Id.Value.ToString(),
        CaseId = row.Case.Value.ToString(),
        Kind = (Wire.MeetingKind)row.Kind,
        State = (Wire.MeetingState)row.State,
        ConvenerAgencyId = row.Convener.Value,
        StartsAt = row.StartsAt.ToTimestamp(),
        Decisions = row.Decisions,
    };

    sealed record Row(
        MeetingId Id, CaseId Case, MeetingKind Kind, MeetingState State, AgencyId Convener, DateTimeOffset StartsAt, int Decisions);
}
