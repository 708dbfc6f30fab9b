namespace Tsunagu.Households.LifeEvents;

/// <summary>What the table of procedures asks of an event.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Age">Full years reached; null unless that is what happened.</param>
/// <param name="Scheme">制度 that began or ended; empty for events of the register.</param>
readonly record struct HappenedEvent(LifeEventKind Kind, int? Age, string Scheme);
