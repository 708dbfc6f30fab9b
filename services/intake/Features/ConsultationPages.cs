using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Intake.Domain;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Intake.V1;

namespace Tsunagu.Intake;

/// <summary>Pages of consultations, newest first, without personal data. A row that arrives meanwhile shifts nothing.</summary>
static class ConsultationPages
{
    /// <summary>Reads one page, and the token of the next; the token is empty on the last page.</summary>
    public static async Task<(IReadOnlyList<Wire.ConsultationSummary> Page, string NextPageToken)> PageAsync(
        this IQueryable<Consultation> consultations, int pageSize, string pageToken, CancellationToken ct)
    {
        var size = FieldParser.PageSize(pageSize, 20, 100);
        if (TimeKey.Parse(pageToken) is { } last) consultations = consultations.Before(last);
        var (rows, next) = await consultations
            .OrderByDescending(c => c.ReceivedAt).ThenByDescending(c => c.Id)
            .Select(c => new Row(c.Id, c.ReceivedAt, c.Channel, c.Desk, c.MainIssue, c.Urgency, c.Resident, c.Case, c.Staff))
            .PageAsync(size, row => new(row.ReceivedAt, row.Id.Value), ct);
        return ([.. rows.Select(ToWire)], next);
    }

    static IQueryable<Consultation> Before(this IQueryable<Consultation> consultations, TimeKey key)
    {
        var id = new ConsultationId(key.Id);
        return consultations.Where(c => EF.Functions.LessThan(ValueTuple.Create(c.ReceivedAt, c.Id), ValueTuple.Create(key.At, id)));
    }

    static Wire.ConsultationSummary ToWire(Row row) => new()
    {
        ConsultationId = row.Id.Value.ToString(),
        ReceivedAt = row.ReceivedAt.ToTimestamp(),
        Channel = (Wire.Channel)row.Channel,
        Desk = row.Desk ?? "",
        MainIssue = (Wire.Issue)row.MainIssue,
        Urgency = IntakeWire.ToWire(row.Urgency),
        SubjectState = (Wire.SubjectState)Consultation.SubjectStateOf(row.Resident),
        CaseId = IntakeWire.Text(row.Case?.Value),
        StaffId = row.Staff.Value,
    };

    sealed record Row(
        ConsultationId Id, DateTimeOffset ReceivedAt, Channel Channel, string? Desk, Issue MainIssue, Urgency? Urgency, ResidentId? Resident, CaseId? Case, StaffId Staff);
}
