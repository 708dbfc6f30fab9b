using Google.Protobuf.WellKnownTypes;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households.LifeEvents;

/// <summary>Life events to wire. The domain's kinds have the numbers of the contract's.</summary>
static class LifeEventWire
{
    /// <summary>The kind as the contract names it, such as <c>LIFE_EVENT_KIND_BIRTH</c>.</summary>
    public static string CodeOf(LifeEventKind kind) =>
        Wire.LifeEventReflection.Descriptor.EnumTypes.Single(type => type.Name == nameof(LifeEventKind)).FindValueByNumber((int)kind).Name;

    public static Wire.LifeEventKind ToWire(LifeEventKind kind) => (Wire.LifeEventKind)kind;

    /// <summary>A kind of the contract; UNSPECIFIED and unknown ones are refused.</summary>
    public static LifeEventKind Kind(Wire.LifeEventKind kind, string field) => FieldParser.Choice<LifeEventKind>((int)kind, field);

    /// <summary>The event without its procedures.</summary>
    /// <param name="life">The event.</param>
    /// <param name="scheme">制度 that began or ended; empty for events of the register.</param>
    public static Wire.LifeEvent ToWire(this LifeEvent life, string scheme)
    {
        var wire = new Wire.LifeEvent
        {
            LifeEventId = life.Id.ToString(),
            Kind = ToWire(life.Kind),
            ResidentId = life.ResidentId.ToString(),
            HouseholdId = life.HouseholdId.ToString(),
            FromHouseholdId = life.FromHouseholdId?.ToString() ?? "",
            OccurredOn = HouseholdWire.Day(life.OccurredOn),
            NoticedOn = HouseholdWire.Day(life.NoticedOn),
            FeedId = life.FeedId,
            Scheme = scheme,
            Role = life.Role,
            KnownAt = life.KnownAt.ToTimestamp(),
            WithdrawnAt = life.WithdrawnAt?.ToTimestamp(),
        };
        if (life.Age is { } age)
            wire.Age = age;
        return wire;
    }

    public static Wire.NeededProcedure ToNeeded(this Procedure row, DateOnly occurredOn) => new()
    {
        Code = row.Code,
        Name = row.Name,
        Scheme = row.Scheme,
        Department = row.Department,
        DueOn = HouseholdWire.Day(row.DueOn(occurredOn)),
        Note = row.Note,
    };
}
