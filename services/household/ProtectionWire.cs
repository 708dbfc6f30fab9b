using Google.Protobuf.WellKnownTypes;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Protections;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

/// <summary>Protective measures between domain and wire. Enum numbers agree on both sides.</summary>
static class ProtectionWire
{
    public static Wire.Protection ToWire(HiddenPerson person, DateOnly today) => new()
    {
        ResidentId = person.ResidentId.ToString(),
        State = HouseholdWire.ToWire(person.StateOn(today)),
        Spans = { person.Spans.Where(s => s.Span.HasBegun(today)).Select(ToWire) },
        EndsOn = HouseholdWire.Day(person.EndsOn(today)),
        Ending = person.IsEndingOn(today),
        Etag = person.Etag,
    };

    static Wire.ProtectionSpan ToWire(HidingSpan span) => new()
    {
        FeedId = span.FeedId,
        StartDate = HouseholdWire.Day(span.Span.Start),
        EndDate = HouseholdWire.Day(span.Span.End),
        Listed = span.Span.Listed,
    };

    public static Wire.RegisteredProtection ToWire(RegisteredProtection registered) => new()
    {
        ProtectionId = registered.Id.ToString(),
        ResidentId = registered.ResidentId.ToString(),
        CompanionIds = { registered.CompanionIds.Select(id => id.ToString()) },
        Category = registered.Category,
        StartDate = HouseholdWire.Day(registered.StartDate),
        EndDate = HouseholdWire.Day(registered.EndDate),
        StaffId = registered.Staff.Value,
        AgencyId = registered.Agency.Value,
        RegisteredAt = registered.RegisteredAt.ToTimestamp(),
    };

    public static Wire.ProtectionRelease ToWire(ProtectionRelease release) => new()
    {
        ReleaseId = release.Id.ToString(),
        State = (Wire.ReleaseState)release.State,
        ResidentIds = { release.Spans.OrderBy(s => s.Place).Select(s => s.ResidentId.ToString()).Distinct() },
        Reason = release.Reason,
        ProposedByStaffId = release.ProposedBy.Value,
        ProposedAt = release.ProposedAt.ToTimestamp(),
        DecidedByStaffId = release.DecidedBy?.Value ?? "",
        DecidedAt = release.DecidedAt?.ToTimestamp(),
        DecisionReason = release.DecisionReason ?? "",
    };

    public static Wire.Reveal ToWire(Reveal reveal, DateTimeOffset now) => new()
    {
        RevealId = reveal.Id.ToString(),
        ResidentId = reveal.ResidentId.ToString(),
        State = (Wire.RevealState)reveal.StateAt(now),
        Purpose = reveal.Purpose,
        Reason = reveal.Reason,
        RequestedByStaffId = reveal.RequestedBy.Value,
        RequestedByAgencyId = reveal.Agency.Value,
        RequestedAt = reveal.RequestedAt.ToTimestamp(),
        DecidedByStaffId = reveal.DecidedBy?.Value ?? "",
        DecidedAt = reveal.DecidedAt?.ToTimestamp(),
        DecisionReason = reveal.DecisionReason ?? "",
        EndsAt = reveal.EndsAt?.ToTimestamp(),
    };

    public static ReleaseState? State(Wire.ReleaseState state) => FieldParser.ChoiceOrNull<ReleaseState>((int)state, "state");

    public static RevealState? State(Wire.RevealState state) => FieldParser.ChoiceOrNull<RevealState>((int)state, "state");
}
