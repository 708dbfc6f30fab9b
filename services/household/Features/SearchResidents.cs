using System.Globalization;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Protections;
using Tsunagu.Households.Searching;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Households;

sealed partial class HouseholdRpc
{
    const int LongestQuery = 100;
    const int OldestAge = 150;

    /// <inheritdoc />
    public override Task<SearchResidentsResponse> SearchResidents(SearchResidentsRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var criteria = ParseCriteria(request);
        var size = FieldParser.PageSize(request.PageSize, 20, 100);
        SearchHit? after = PageTokens.Decode(request.PageToken, 2) is { } keys ? new(PageKeys.Uuid(keys[1]), PageKeys.Number(keys[0])) : null;
        return work.ReadAsync(
            context,
            async (db, ct) =>
            {
                var catalog = await feeds.CurrentAsync(db, ct);
                return await PageAsync(db, catalog, await new ResidentFinder(criteria, catalog).FindAsync(db, after, size + 1, ct), size, ct);
            });
    }

    async Task<SearchResidentsResponse> PageAsync(HouseholdDbContext db, FeedCatalog catalog, SearchPage found, int size, CancellationToken ct)
    {
        var hits = found.Hits.Take(size).ToArray();
        var ids = hits.Select(hit => hit.Id).ToArray();
        var residents = await db.Residents.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        var shield = await Shield.OfAsync(db, catalog, [.. residents.Values.Select(r => (r.Id, r.TownCode))], Today, ct);
        var page = new SearchResidentsResponse
        {
            Matches = { hits.Select(hit => ToMatch(residents[hit.Id], shield, hit.Score)) },
            Incomplete = found.Cut,
        };
        if (found.Hits.Count > size)
            page.NextPageToken = PageTokens.Encode(hits[^1].Score.ToString(CultureInfo.InvariantCulture), hits[^1].Id.ToString());
        return page;
    }

    SearchCriteria ParseCriteria(SearchResidentsRequest request)
    {
        var criteria = new SearchCriteria
        {
            Number = ParseNumber(request.ResidentNumber),
            Name = NameQuery.Of(FieldParser.Text(request.Name, "name", LongestQuery, required: false)),
            Kana = NameQuery.Of(FieldParser.Text(request.Kana, "kana", LongestQuery, required: false)),
            Born = ParseBirthDate(request.BirthDate),
            Age = request.HasAge ? ParseAge(request.Age) : null,
            Sex = FieldParser.ChoiceOrNull<Domain.Sex>((int)request.Sex, "sex"),
            Address = ParseAddress(request.Address),
            Phone = ParsePhone(request.Phone),
            Today = JapanCalendar.DayOf(clock.GetUtcNow()),
        };
        return criteria.Empty ? throw HouseholdErrors.SearchEmpty() : criteria;
    }

    static string? ParseNumber(string field)
    {
        var text = FieldParser.Text(field, "resident_number", 30, required: false);
        if (text.Length == 0)
            return null;
        return RegisterNumber.TryNormalize(text, out var number) ? number : throw WireErrors.Field("resident_number", "宛名番号は15桁以内の数字で入力してください。");
    }

    static PartialDate? ParseBirthDate(string field)
    {
        var text = FieldParser.Text(field, "birth_date", 10, required: false);
        if (text.Length == 0)
            return null;
        return PartialDate.Parse(text) is { } born && born.ToString() == text
            ? born
            : throw WireErrors.Field("birth_date", "生年月日はyyyy-MM-dd、不明な部分を除いてyyyy-MMまたはyyyyの形式で入力してください。");
    }

    static int ParseAge(int age) =>
        age is >= 0 and <= OldestAge
            ? age
            : throw WireErrors.Field("age", string.Create(CultureInfo.InvariantCulture, $"年齢は0から{OldestAge}までの数で入力してください。"));

    static IReadOnlyList<IReadOnlyList<string>> ParseAddress(string field)
    {
        var text = FieldParser.Text(field, "address", LongestQuery, required: false);
        return [.. AddressForm.AsAsked(text).Where(parts => parts.Count > 0)];
    }

    static string? ParsePhone(string field)
    {
        var digits = PhoneDigits.Of(FieldParser.Text(field, "phone", 30, required: false));
        if (digits.Length == 0)
            return null;
        return digits.Length is >= PhoneForm.ShortestEnd and <= PhoneForm.Longest
            ? digits
            : throw WireErrors.Field("phone", "電話番号は下4桁以上を入力してください。");
    }

    static ResidentMatch ToMatch(Data.Resident resident, Shield shield, int score) =>
        new() { Resident = resident.ToWire(shield), Score = score / (double)Ranking.FullScore };
}
