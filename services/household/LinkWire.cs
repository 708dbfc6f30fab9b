using Google.Protobuf.WellKnownTypes;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Linking;
using Tsunagu.Households.Protections;
using LinkState = Tsunagu.Households.Linking.LinkState;
using Version = Tsunagu.ServiceDefaults.Data.Version;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

/// <summary>Links on the wire.</summary>
static class LinkWire
{
    public static Wire.LinkCandidate ToWire(LinkRow row, FeedLayout? layout, LinkShield shield, DateOnly today) => new()
    {
        LinkCandidateId = row.Link.Id.ToString(),
        Version = Version.Of(row.Link.Version),
        State = row.Link.State.ToWire(),
        Score = row.Link.Score,
        Probability = LinkCandidate.ProbabilityOf(row.Link.Score),
        Features = { LinkFeatureList.Read(row.Link.Features).Select(ToWire) },
        Obstacle = row.Link.Obstacle,
        Described = row.Described is { } described ? ToWire(described, shield.Records.Contains(row.Record.Id)) : null,
        Resident = row.Resident.ToWire(shield.Residents),
        Involvement = ToWire(row, row.Record, layout, shield, today),
        DecidedBy = row.Link.DecidedBy?.Value ?? "",
        DecidedAt = row.Link.DecidedAt?.ToTimestamp(),
    };

    /// <summary>How an involvement came to a resident.</summary>
    public static Wire.InvolvementLink ToInvolvementLink(this PossibleLink link) => new()
    {
        LinkId = link.Id.ToString(),
        Automatic = link.State == LinkState.Automatic,
        Score = link.Score,
        Probability = LinkCandidate.ProbabilityOf(link.Score),
        DecidedBy = link.DecidedBy?.Value ?? "",
        DecidedAt = link.DecidedAt?.ToTimestamp(),
    };

    static Wire.DescribedPerson ToWire(InvolvementDescription described, bool hidden) => new()
    {
        Name = Glyphs.Display(described.Name),
        Kana = described.Kana,
        BirthDate = described.BirthDate,
        Sex = described.Sex.ToWire(),
        Address = hidden ? "" : Glyphs.Display(described.Address),
        Phone = hidden ? "" : described.Phone,
    };

    static Wire.Involvement ToWire(LinkRow row, InvolvementRecord record, FeedLayout? layout, LinkShield shield, DateOnly today) => new()
    {
        FeedId = record.FeedId,
        Scheme = layout?.Scheme ?? record.FeedId,
        Department = layout?.Department ?? "",
        Status = record.StatusOn(today),
        Detail = HouseholdWire.DetailOf(record, layout, shield.Records.Contains(record.Id) ? ProtectionState.InForce : ProtectionState.None),
        StartDate = HouseholdWire.Day(record.StartDate),
        EndDate = HouseholdWire.Day(record.EndDate),
        Role = row.Link.State is LinkState.Automatic or LinkState.Accepted ? LinkSql.Role : "",
        Open = record.IsOpenOn(layout, today),
        Source = new Wire.Source
        {
            ImportId = record.ImportId.ToString(),
            FileName = row.FileName,
            Line = record.Line,
            ReceivedAt = row.ReceivedAt.ToTimestamp(),
        },
    };

    static Wire.LinkFeature ToWire(this FeatureScore feature) => new() { Feature = feature.Feature, Level = feature.Level, Weight = feature.Weight };

    static Wire.LinkState ToWire(this LinkState state) => state switch
    {
        LinkState.Open => Wire.LinkState.Open,
        LinkState.Automatic => Wire.LinkState.Automatic,
        LinkState.Accepted => Wire.LinkState.Accepted,
        LinkState.Rejected => Wire.LinkState.Rejected,
    };
}
