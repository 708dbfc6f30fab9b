using System.Globalization;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Households;

sealed partial class HouseholdRpc
{
    const int LongestQuery = 100;
    const double FullScore = 1000;

    /// <inheritdoc />
    public override Task<SearchResidentsResponse> SearchResidents(SearchResidentsRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var criteria = ParseCriteria(request);
        var size = FieldParser.PageSize(request.PageSize, 20, 100);
        var keys = PageTokens.Decode(request.PageToken, 2);
        var (score, last) = keys is null ? (int.MaxValue, Guid.Empty) : (PageKeys.Number(keys[0]), PageKeys.Uuid(keys[1]));
        return work.ReadAsync(context, async (db, ct) => Page(await FindAsync(db, criteria, score, last, size + 1, ct), size));
    }

    static SearchResidentsResponse Page(List<(Data.Resident, int)> matches, int size)
    {
        var page = new SearchResidentsResponse { Matches = { matches.Take(size).Select(ToMatch) } };
        if (matches.Count > size)
        {
            var (resident, hit) = matches[size - 1];
            page.NextPageToken = PageTokens.Encode(hit.ToString(CultureInfo.InvariantCulture), resident.Id.ToString());
        }
        return page;
    }

    static ResidentCriteria ParseCriteria(SearchResidentsRequest request)
    {
        var text = FieldParser.Text(request.ResidentNumber, "resident_number", 30, required: false);
        string? number = null;
        if (text.Length > 0 && !RegisterNumber.TryNormalize(text, out number))
            throw WireErrors.Field("resident_number", "宛名番号は15桁以内の数字で入力してください。");
        var criteria = ResidentCriteria.Of(
            number,
            FieldParser.Text(request.Name, "name", LongestQuery, required: false),
            FieldParser.Text(request.Kana, "kana", LongestQuery, required: false),
            FieldParser.Date(request.BirthDate, "birth_date"));
        return criteria.Empty ? throw HouseholdErrors.SearchEmpty() : criteria;
    }

    static async Task<List<(Data.Resident Resident, int Score)>> FindAsync(
        HouseholdDbContext db, ResidentCriteria criteria, int score, Guid last, int size, CancellationToken ct)
    {
        var hits = await db.Set<ResidentHit>()
            .FromSql($"""
                select id, score from search_residents(
                  {criteria.Number}, {criteria.Names}, {criteria.Kana}, {criteria.BirthDate}, {score}, {last}, {size})
                """)
            .ToListAsync(ct);
        var ids = hits.Select(h => h.Id).ToArray();
        var residents = await db.Residents.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        return [.. hits.Where(h => residents.ContainsKey(h.Id)).Select(h => (residents[h.Id], h.Score))];
    }

    static ResidentMatch ToMatch((Data.Resident Resident, int Score) hit) =>
        new() { Resident = hit.Resident.ToWire(), Score = hit.Score / FullScore };
}
