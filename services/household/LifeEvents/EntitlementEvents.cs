using Tsunagu.Households.Domain;

namespace Tsunagu.Households.LifeEvents;

/// <summary>
/// Whether a person's entitlement under a scheme begins or ends in a step: from nothing open to something open, and back. A record that takes the place of
/// another, as in a yearly renewal, is neither; a period that begins or runs out without any row being changed is.
/// </summary>
static class EntitlementEvents
{
    /// <summary>Null when neither is the case.</summary>
    /// <param name="states">Everything that the feed told of the person in one role, on either side.</param>
    /// <param name="step">From which day to which.</param>
    /// <param name="closedStatuses">Statuses of a record that is no longer in force.</param>
    public static (LifeEventKind Kind, DateOnly OccurredOn)? Of(
        IReadOnlyCollection<EntitlementState> states, LifeStep step, IReadOnlyCollection<string> closedStatuses)
    {
        var told = states.Where(state => state.After).Select(state => state.RecordId).ToHashSet();
        var was = states.Where(state => state.Before && IsOpen(state, step.From)).ToList();
        // A record that may only be among those set aside stands as it stood.
        var stands = states.Where(state => state.After || (!step.Whole && !told.Contains(state.RecordId)));
        var now = stands.Where(state => IsOpen(state, step.To)).ToList();
        return (was.Count, now.Count) switch
        {
            (0, > 0) => (LifeEventKind.EntitlementBegun, now.Min(state => state.Start) ?? step.To),
            ( > 0, 0) => (LifeEventKind.EntitlementEnded, EndOf(was)),
            _ => null,
        };

        bool IsOpen(EntitlementState state, DateOnly day) =>
            Openness.IsOpen(state.Start, state.End, Openness.StatusOn(state.Status, state.EndedStatus, state.End, day), closedStatuses, day);

        // As was told last of the records that were open; a day to come is no end of what is over.
        DateOnly EndOf(List<EntitlementState> open)
        {
            var records = open.Select(state => state.RecordId).ToHashSet();
            var last = states.Where(state => records.Contains(state.RecordId) && (state.After || !told.Contains(state.RecordId)));
            return last.Where(state => state.End <= step.To).Max(state => state.End) ?? step.To;
        }
    }
}
