using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Statistics;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.Households;

sealed partial class HouseholdRpc
{
    /// <inheritdoc />
    public override Task<HouseholdStatistics> GetHouseholdStatistics(GetHouseholdStatisticsRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var at = At(FieldParser.Date(request.AsOf, "as_of"), null);
        if (at.Day > at.Today)
            throw WireErrors.Field("as_of", "今日以前の日付を指定してください。");
        return work.ReadAsync(context, async (db, ct) =>
        {
            var catalog = await feeds.CurrentAsync(db, ct);
            await db.ActAsAsync(StatisticsReading.Principal, ct);
            var reading = await StatisticsReading.ReadAsync(db, catalog, at, ct);
            var answer = StatisticsWire.ToWire(reading, at.Day);
            answer.Feeds.AddRange(catalog.All.Select(l => FreshnessOf(l, reading.Readings.GetValueOrDefault(l.FeedId), at)));
            return answer;
        });
    }
}
