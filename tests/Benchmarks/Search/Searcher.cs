using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.Benchmarks.Friday;
using Tsunagu.Tests.Benchmarks.Wire;
using Tsunagu.Tests.TestKit.Population;

namespace Tsunagu.Tests.Benchmarks.Search;

/// <summary>A counter that asks one question after the other.</summary>
sealed class Searcher : IDisposable
{
    readonly GrpcChannel channel;
    readonly HouseholdService.HouseholdServiceClient client;
    readonly Metadata headers;
    readonly SearchTown town;
    int next;

    public Searcher(Uri server, SearchTown town)
    {
        this.town = town;
        channel = GrpcChannel.ForAddress(server, new GrpcChannelOptions { HttpHandler = Transport.NewHandler(), DisposeHttpClient = true });
        client = new(channel);
        headers = new() { { "authorization", $"Bearer {town.Token}" }, { "tsunagu-purpose", "consultation" } };
    }

    /// <summary>Asks for a stretch of time.</summary>
    /// <returns>The 95th percentile of the answers' times, in microseconds.</returns>
    public async Task<double> P95Async(TimeSpan time, Func<Inhabitant, int, SearchResidentsRequest> question)
    {
        var watch = Stopwatch.StartNew();
        var times = new List<double>();
        while (watch.Elapsed < time || times.Count < 20)
        {
            var place = next++;
            var asked = question(town.Sample[(int)((uint)(place * 7919) % town.Sample.Count)], place);
            var begun = Stopwatch.GetTimestamp();
            var found = await client.SearchResidentsAsync(asked, headers);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMicroseconds);
            if (found.Matches.Count == 0)
                throw new InvalidOperationException("Somebody who is there was not found.");
        }
        return Distribution.Quantile([.. times.Order()], 0.95);
    }

    public void Dispose() => channel.Dispose();
}
