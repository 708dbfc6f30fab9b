using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Households.Protections;

/// <summary>
/// Whose whereabouts are hidden, and what towns tell of the others', as one transaction sees it: by all that is known now, on the day of today, whatever day a
/// read is about. A view of a day before a measure would otherwise show where somebody still lives.
/// </summary>
sealed class Shield
{
    const string Rows =
        $"""
        select r.id, null::date, null::date, false, null::boolean, null, null
        from residents r where r.id = any($1)
        union all
        select r.id, p.start_date, p.end_date, p.listed, true, null, null
        from residents r join {HidingSql.Spans} p on p.resident_number = r.number
        where r.id = any($1)
        union all
        select r.id, p.start_date, p.end_date, p.listed, false, null, null
        from residents r
        join residents o on o.household_id = r.household_id and o.id <> r.id and o.status = 0 and o.withdrawn_import_id is null
        join {HidingSql.Spans} p on p.resident_number = o.number
        where r.id = any($1)
        union all
        select null, null, null, false, null, a.town_code, a.school_district
        from areas a where a.feed_id = any($2) and a.record_key = any($3) and a.withdrawn_import_id is null
        union all
        select null, null, null, false, null, null, null
        where exists (select from imports i where i.feed_id = any($4) and i.state in ('Applied', 'Unchanged'))
        """;

    readonly Dictionary<Guid, ProtectionState> states;
    readonly Dictionary<string, string> districts;

    Shield(Dictionary<Guid, ProtectionState> states, Dictionary<string, string> districts) => (this.states, this.districts) = (states, districts);

    /// <summary>Of a resident who was asked about.</summary>
    /// <exception cref="InvalidOperationException">
    /// The resident was not, or the transaction does not see the resident: of somebody unknown nobody can say that nothing is hidden.
    /// </exception>
    public ProtectionState Of(Guid resident) =>
        states.TryGetValue(resident, out var state) ? state : throw new InvalidOperationException("the shield was not asked about this resident");

    /// <summary>True when nothing may be shown that tells where the resident is.</summary>
    /// <inheritdoc cref="Of(Guid)" path="/exception" />
    public bool Hides(Guid resident) => Of(resident).Hides();

    /// <summary>小学校区 of a resident's town; empty when it is not known, or the resident's whereabouts are hidden.</summary>
    /// <inheritdoc cref="Of(Guid)" path="/exception" />
    public string DistrictOf(Guid resident, string townCode) =>
        Hides(resident) ? "" : RevealedDistrictOf(townCode);

    /// <summary>小学校区 of a town that was asked about, for whom whereabouts are revealed; empty when it is not known.</summary>
    public string RevealedDistrictOf(string townCode) => districts.GetValueOrDefault(TownCode.Of(townCode)) ?? "";

    /// <summary>
    /// Asks for residents, in one round trip however many. With somebody who lives in a household everybody is hidden whom the register has there, also who died or
    /// moved out: their last address is that household's.
    /// </summary>
    /// <param name="db">Inside a transaction of whoever may read the register.</param>
    /// <param name="catalog">The feeds, among them the lists of measures and of towns.</param>
    /// <param name="residents">Residents, each with the town that is to be shown of them, as the register names it.</param>
    /// <param name="today">Day of Japan.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Shield> OfAsync(
        HouseholdDbContext db, FeedCatalog catalog, IReadOnlyCollection<(Guid Id, string TownCode)> residents, DateOnly today, CancellationToken ct) =>
        Of(await Ask(catalog, residents).AskAsync(db, ct), today);

    /// <summary>What <see cref="OfAsync"/> asks, to be asked with something else.</summary>
    public static Question<ShieldRow> Ask(FeedCatalog catalog, IReadOnlyCollection<(Guid Id, string TownCode)> residents)
    {
        Guid[] ids = [.. residents.Select(r => r.Id).Distinct()];
        string[] towns = [.. residents.Select(r => TownCode.Of(r.TownCode)).Where(t => t.Length > 0).Distinct()];
        string[] lists = [.. catalog.All.Where(l => l.Kind == FeedKind.ProtectiveMeasures).Select(l => l.FeedId)];
        string[] areas = [.. catalog.All.Where(l => l.Kind == FeedKind.Areas).Select(l => l.FeedId)];
        return new(Rows, ShieldRow.Read, ids, areas, towns, lists);
    }

    /// <summary>From what was read: of each resident a row at least.</summary>
    /// <param name="rows">Residents, their stretches of protection, towns, and whether a list was received.</param>
    /// <param name="today">Day of Japan.</param>
    public static Shield Of(IReadOnlyCollection<ShieldRow> rows, DateOnly today)
    {
        var received = rows.Any(r => r is { ResidentId: null, TownCode: null });
        var states = rows.Where(r => r.ResidentId is not null)
            .GroupBy(r => r.ResidentId.GetValueOrDefault())
            .ToDictionary(g => g.Key, g => ProtectionRule.Of(Spans(g, own: true), Spans(g, own: false), received, today));
        var districts = rows.Where(r => r.TownCode is not null).DistinctBy(r => r.TownCode).ToDictionary(r => r.TownCode ?? "", r => r.SchoolDistrict ?? "");
        return new Shield(states, districts);
    }

    static List<ProtectionSpan> Spans(IEnumerable<ShieldRow> rows, bool own) =>
        [.. rows.Where(r => r.Own == own).Select(r => new ProtectionSpan(r.StartDate, r.EndDate, r.Listed))];
}
