using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.LifeEvents;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Households;

/// <summary>A page of life events, latest first.</summary>
/// <param name="Size">Most events of it.</param>
/// <param name="After">Day and id of the event after which it starts; null for the first page.</param>
/// <param name="Withdrawn">Whether events that were withdrawn are on it.</param>
readonly record struct LifeEventPage(int Size, (DateOnly Day, Guid Id)? After, bool Withdrawn)
{
    const int Usual = 20;
    const int Most = 50;

    /// <exception cref="ServiceDefaults.Primitives.Refusal">FIELD_INVALID, PAGE_TOKEN_INVALID.</exception>
    public static LifeEventPage Parse(int size, string token, bool withdrawn) => new(
        FieldParser.PageSize(size, Usual, Most),
        PageTokens.Decode(token, 2) is [var day, var id] ? (Day(day), PageKeys.Uuid(id)) : null,
        withdrawn);

    /// <summary>The events of the page, and the token of the next; the token is empty on the last page.</summary>
    public async Task<(IReadOnlyList<LifeEvent> Events, string NextPageToken)> ReadAsync(IQueryable<LifeEvent> events, CancellationToken ct)
    {
        if (!Withdrawn)
            events = events.Where(e => e.WithdrawnAt == null);
        if (After is (var day, var id))
            events = events.Where(e => EF.Functions.LessThan(ValueTuple.Create(e.NoticedOn, e.Id), ValueTuple.Create(day, id)));
        // One more than asked for: it tells whether there is a next page.
        var rows = await events.AsNoTracking().OrderByDescending(e => e.NoticedOn).ThenByDescending(e => e.Id).Take(Size + 1).ToListAsync(ct);
        if (rows.Count <= Size)
            return (rows, "");
        var last = rows[Size - 1];
        return (rows[..Size], PageTokens.Encode(last.NoticedOn.DayNumber.ToString(CultureInfo.InvariantCulture), last.Id.ToString()));
    }

    static DateOnly Day(string key) => PageKeys.Number(key) is >= 0 and var number && number <= DateOnly.MaxValue.DayNumber
        ? DateOnly.FromDayNumber(number)
        : throw DataErrors.PageToken();
}
