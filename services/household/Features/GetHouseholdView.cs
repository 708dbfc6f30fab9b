using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Flags;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Protections;
using Tsunagu.Households.Support;
using Tsunagu.ServiceDefaults.Identity;
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
        var past = ParsePast(request.AsOf, request.KnownAt);
        var at = past ?? At(null, null);
        var reader = context.GetCaller().Agency;
        var view = await work.ReadAsync(context, async (db, ct) =>
        {
            var household = new HouseholdReader(db, feeds, flagRules, at, Today, reader);
            return await (past is null ? household.PresentAsync(id, ct) : household.PastAsync(id, ct)) is { } reading ? WithSupport(View(reading), reading) : null;
        });
        return view ?? throw HouseholdErrors.HouseholdNotFound();
    }

    // Last, over everything that the view shows: it draws no one and nothing else.
    static HouseholdView WithSupport(HouseholdView view, HouseholdReading reading)
    {
        foreach (var member in view.Members.Concat(view.FormerMembers))
            (member.FileCount, member.MessageCount) = reading.Records.GetValueOrDefault(Guid.Parse(member.Resident.ResidentId));
        view.SupportHouseholds.AddRange(reading.Support.Select(picture => SupportWire.ToWire(picture, reading.At)));
        view.Graph = RelationGraphs.Of(view);
        return view;
    }

    static HouseholdView View(HouseholdReading reading)
    {
        var at = reading.At;
        var members = reading.Residents
            .OrderByDescending(r => Kinship.IsHead(r.Content.RelationshipCodes))
            .ThenBy(r => r.Content.Position)
            .ThenBy(r => r.Number, StringComparer.Ordinal)
            .ToLookup(r => r.Content.Status == Domain.ResidentStatus.Current);
        var current = members[true].Select(r => (Row: r, Member: Member(r, reading))).ToList();
        return new HouseholdView
        {
            HouseholdId = reading.Household.Id.ToString(),
            HouseholdNumber = members[true].Any(r => reading.Shield.Hides(r.Id)) ? "" : reading.Household.Number,
            AsOf = HouseholdWire.Day(at.Day),
            KnownAt = at.KnownAt?.ToTimestamp(),
            Members = { current.Select(m => m.Member) },
            FormerMembers = { members[false].Select(r => Member(r, reading)) },
            Relations =
            {
                Relations.Of([.. members[true].Select(r => (r.Id, Kinship.Path(r.Content.RelationshipCodes)))]).Select(r => r.ToWire()),
            },
            Flags = { reading.Rules.Of([.. current.Select(m => FlagMember.Of(m.Row.Content, at.Day, m.Member.Involvement.Where(i => i.Open).Select(i => i.Scheme)))]).Select(r => new HouseholdFlag { Code = r.Code, Name = r.Name }) },
            Feeds = { reading.Catalog.All.Select(l => FreshnessOf(l, reading.Feeds.GetValueOrDefault(l.FeedId), at)) },
        };
    }

    static HouseholdMember Member(ResidentFact resident, HouseholdReading reading)
    {
        var (at, shield) = (reading.At, reading.Shield);
        var content = resident.Content;
        var register = reading.Catalog.All.FirstOrDefault(l => l.Kind == Layouts.FeedKind.Residents)?.FeedId ?? "";
        var involvement = reading.Involvement[resident.Id]
            .OrderBy(f => f.FeedId, StringComparer.Ordinal)
            .ThenBy(f => f.Content.StartDate)
            .ThenBy(f => f.Content.Line)
            .ToList();
        var member = new HouseholdMember
        {
            Resident = HouseholdWire.ToWire(content, resident.Id, resident.Number, shield),
            Head = content.Status == Domain.ResidentStatus.Current && Kinship.IsHead(content.RelationshipCodes),
            Source = SourceOf(content.ImportId, resident.FileName, content.Line, register, content.KnownFrom, reading),
            Involvement = { involvement.Select(f => ToInvolvement(f, reading, shield.Of(resident.Id), at)) },
        };
        if (PartialDate.AgeOn(content.BirthDate, at.Day) is { } age)
            member.Age = age;
        var died = content.Status == Domain.ResidentStatus.Deceased ? content.ChangedOn : null;
        member.LifeStages.AddRange(LifeStages.Of(PartialDate.Parse(content.BirthDate), died, at.Day).Select(stage => LifeStageWire.ToWire(stage, involvement, at.Day)));
        return member;
    }

    static Involvement ToInvolvement(InvolvementFact fact, HouseholdReading reading, ProtectionState protection, Perspective at)
    {
        var record = fact.Content;
        // A feed that left the catalogue still shows what it told.
        var layout = reading.Catalog.Find(fact.FeedId);
        return new Involvement
        {
            FeedId = fact.FeedId,
            Scheme = layout?.Scheme ?? fact.FeedId,
            Department = layout?.Department ?? "",
            Status = record.StatusOn(at.Day),
            Detail = HouseholdWire.DetailOf(record, layout, protection),
            StartDate = HouseholdWire.Day(record.StartDate),
            EndDate = HouseholdWire.Day(record.EndDate),
            Role = fact.Role,
            Open = record.IsOpenOn(layout, at.Day),
            Link = reading.LinkOf(fact)?.ToInvolvementLink(),
            Source = SourceOf(record.ImportId, fact.FileName, record.Line, fact.FeedId, record.KnownFrom, reading),
        };
    }

    static Source SourceOf(Guid import, string fileName, int line, string feed, DateTimeOffset knownFrom, HouseholdReading reading) => new()
    {
        ImportId = import.ToString(),
        FileName = fileName,
        Line = line,
        ReceivedAt = (reading.Feeds.GetValueOrDefault(feed)?.ReceivedAt ?? knownFrom).ToTimestamp(),
    };

    static FeedFreshness FreshnessOf(FeedLayout layout, FeedReading? reading, Perspective at)
    {
        var (condition, since) = FeedHealth.Of(reading?.DataDate, reading?.BrokenSince, layout.ExpectedDays, at.JudgedOn);
        return new FeedFreshness
        {
            FeedId = layout.FeedId,
            Scheme = layout.Scheme,
            ReceivedAt = reading?.ReceivedAt?.ToTimestamp(),
            State = HouseholdWire.ToWire(condition),
            Since = since?.ToTimestamp(),
            DataDate = HouseholdWire.Day(reading?.DataDate),
        };
    }
}
