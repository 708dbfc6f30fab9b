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
            var catalog = await feeds.CurrentAsync(db, ct);
            var ids = catalog.All.Select(l => l.FeedId);
            var reading = past is null
                ? await HouseholdReading.CurrentAsync(db, id, ids, at, ct)
                : await HouseholdReading.PastAsync(db, id, ids, at, ct);
            if (reading is null)
                return null;
            var shield = await Shield.OfAsync(db, catalog, [.. reading.Residents.Select(r => (r.Id, r.Content.TownCode))], Today, ct);
            return WithSupport(
                View(
                    await LinkReading.WithLinksAsync(db, reading with { Catalog = catalog }, catalog, ct),
                    shield,
                    at,
                    flagRules.Of(await FlagRulesOfAsync(db, at, ct))),
                await new SupportReading(
                    db, at, past is null ? null : new PastReading(db, at, reading.Feeds), reader, new HiddenResidents(db, catalog, Today)).OfMembersAsync(reading, ct),
                await RecordCounts.ReadAsync(db, [.. reading.Residents.Select(r => r.Id)], shield, at, reader, ct),
                at);
        });
        return view ?? throw HouseholdErrors.HouseholdNotFound();
    }

    // Last, over everything that the view shows: it draws no one and nothing else.
    static HouseholdView WithSupport(
        HouseholdView view, IReadOnlyList<SupportPicture> pictures, IReadOnlyDictionary<Guid, (int Files, int Messages)> records, Perspective at)
    {
        foreach (var member in view.Members.Concat(view.FormerMembers))
            (member.FileCount, member.MessageCount) = records.GetValueOrDefault(Guid.Parse(member.Resident.ResidentId));
        view.SupportHouseholds.AddRange(pictures.Select(picture => SupportWire.ToWire(picture, at)));
        view.Graph = RelationGraphs.Of(view);
        return view;
    }

    static HouseholdView View(HouseholdReading reading, Shield shield, Perspective at, Flags.FlagRules rules)
    {
        var members = reading.Residents
            .OrderByDescending(r => Kinship.IsHead(r.Content.RelationshipCodes))
            .ThenBy(r => r.Content.Position)
            .ThenBy(r => r.Number, StringComparer.Ordinal)
            .ToLookup(r => r.Content.Status == Domain.ResidentStatus.Current);
        var current = members[true].Select(r => (Row: r, Member: Member(r, reading, shield, at))).ToList();
        return new HouseholdView
        {
            HouseholdId = reading.Household.Id.ToString(),
            HouseholdNumber = members[true].Any(r => shield.Hides(r.Id)) ? "" : reading.Household.Number,
            AsOf = HouseholdWire.Day(at.Day),
            KnownAt = at.KnownAt?.ToTimestamp(),
            Members = { current.Select(m => m.Member) },
            FormerMembers = { members[false].Select(r => Member(r, reading, shield, at)) },
            Relations =
            {
                Relations.Of([.. members[true].Select(r => (r.Id, Kinship.Path(r.Content.RelationshipCodes)))]).Select(r => r.ToWire()),
            },
            Flags = { rules.Of([.. current.Select(m => FlagMember.Of(m.Row.Content, at.Day, m.Member.Involvement.Where(i => i.Open).Select(i => i.Scheme)))]).Select(r => new HouseholdFlag { Code = r.Code, Name = r.Name }) },
            Feeds = { reading.Catalog.All.Select(l => FreshnessOf(l, reading.Feeds.GetValueOrDefault(l.FeedId), at)) },
        };
    }

    static HouseholdMember Member(ResidentFact resident, HouseholdReading reading, Shield shield, Perspective at)
    {
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
