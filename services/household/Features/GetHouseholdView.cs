using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Households;

sealed partial class HouseholdRpc
{
    /// <inheritdoc />
    public override async Task<HouseholdView> GetHouseholdView(GetHouseholdViewRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var id = FieldParser.Uuid(request.HouseholdId, "household_id");
        var view = await work.ReadAsync(
            context, async (db, ct) => await HouseholdReading.ReadAsync(db, id, ct) is { } reading ? View(reading) : null);
        return view ?? throw HouseholdErrors.HouseholdNotFound();
    }

    HouseholdView View(HouseholdReading reading)
    {
        var today = JapanCalendar.DayOf(clock.GetUtcNow());
        var members = reading.Residents
            .OrderByDescending(r => Kinship.IsHead(r.RelationshipCodes))
            .ThenBy(r => r.Position)
            .ThenBy(r => r.Number, StringComparer.Ordinal)
            .ToLookup(r => r.Status == Domain.ResidentStatus.Current);
        return new HouseholdView
        {
            HouseholdId = reading.Household.Id.ToString(),
            HouseholdNumber = reading.Household.Number,
            Members = { members[true].Select(r => Member(r, reading, today)) },
            FormerMembers = { members[false].Select(r => Member(r, reading, today)) },
            Relations = { Relations.Of([.. members[true].Select(r => (r.Id, Kinship.Path(r.RelationshipCodes)))]).Select(r => r.ToWire()) },
            Feeds = { catalog.All.Select(l => FreshnessOf(l, reading)) },
        };
    }

    HouseholdMember Member(Data.Resident resident, HouseholdReading reading, DateOnly today)
    {
        var member = new HouseholdMember
        {
            Resident = resident.ToWire(),
            Head = resident.Status == Domain.ResidentStatus.Current && Kinship.IsHead(resident.RelationshipCodes),
            Involvement =
            {
                reading.Involvement[resident.Id]
                    .OrderBy(f => f.Record.FeedId, StringComparer.Ordinal)
                    .ThenBy(f => f.Record.StartDate)
                    .ThenBy(f => f.Record.Line)
                    .Select(f => ToInvolvement(f, reading, today)),
            },
        };
        if (PartialDate.Parse(resident.BirthDate) is { } born)
            member.Age = born.AgeOn(today);
        return member;
    }

    Involvement ToInvolvement(InvolvementFact fact, HouseholdReading reading, DateOnly today)
    {
        var record = fact.Record;
        // A feed that left the catalogue still shows what it told.
        var layout = catalog.Find(record.FeedId);
        var status = record.EndedStatus is { } ended ? Openness.StatusByEnd(record.EndDate, record.Status, ended, today) : record.Status;
        return new Involvement
        {
            FeedId = record.FeedId,
            Scheme = layout?.Scheme ?? record.FeedId,
            Department = layout?.Department ?? "",
            Status = status,
            Detail = record.Detail,
            StartDate = Day(record.StartDate),
            EndDate = Day(record.EndDate),
            Role = fact.Role,
            Open = Openness.IsOpen(record.StartDate, record.EndDate, status, layout?.ClosedStatuses ?? [], today),
            Source = new Source
            {
                ImportId = record.ImportId.ToString(),
                FileName = fact.FileName,
                Line = record.Line,
                ReceivedAt = (reading.Freshness.TryGetValue(record.FeedId, out var at) ? at : record.KnownFrom).ToTimestamp(),
            },
        };
    }

    static FeedFreshness FreshnessOf(FeedLayout layout, HouseholdReading reading) => new()
    {
        FeedId = layout.FeedId,
        Scheme = layout.Scheme,
        ReceivedAt = reading.Freshness.TryGetValue(layout.FeedId, out var at) ? at.ToTimestamp() : null,
    };

    static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", null) ?? "";
}
