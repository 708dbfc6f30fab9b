using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Data;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.LifeEvents;
using Tsunagu.ServiceDefaults.Primitives;
using LifeEvent = Tsunagu.Households.LifeEvents.LifeEvent;
using LifeEventKind = Tsunagu.Households.LifeEvents.LifeEventKind;

namespace Tsunagu.Households;

/// <content>Life events with what the table in force says of each.</content>
sealed partial class LifeEventRpc
{
    async Task<ListLifeEventsResponse> ListAsync(HouseholdDbContext db, IQueryable<LifeEvent> events, LifeEventPage page, CancellationToken ct)
    {
        var (found, next) = await page.ReadAsync(events, ct);
        var catalog = await feeds.CurrentAsync(db, ct);
        var circumstances = await Circumstances.LoadAsync(
            db, catalog, JapanCalendar.DayOf(clock.GetUtcNow()), [.. found.Where(life => life.WithdrawnAt is null)], ct);
        var table = await tables.ReadAsync(db, ct);
        var answer = new ListLifeEventsResponse { NextPageToken = next };
        foreach (var life in found)
        {
            var wire = life.ToWire(SchemeOf(life, catalog));
            if (life.WithdrawnAt is null)
            {
                var (person, others) = circumstances.Of(life);
                var needed = table.Of(new HappenedEvent(life.Kind, life.Age, wire.Scheme), person, others);
                wire.Procedures.AddRange(needed.Select(row => row.ToNeeded(life.OccurredOn)));
            }
            answer.LifeEvents.Add(wire);
        }
        return answer;
    }

    // A feed that left the catalogue still says under which name its records went.
    static string SchemeOf(LifeEvent life, FeedCatalog catalog) =>
        life.Kind is LifeEventKind.EntitlementBegun or LifeEventKind.EntitlementEnded ? catalog.Find(life.FeedId)?.Scheme ?? life.FeedId : "";
}
