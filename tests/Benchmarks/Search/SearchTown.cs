using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Tsunagu.Tests.Benchmarks.Measuring;
using Tsunagu.Tests.TestKit.Hosting;
using Tsunagu.Tests.TestKit.Population;

namespace Tsunagu.Tests.Benchmarks.Search;

/// <summary>A made-up town in the register, some of its people, and a caseworker who may look for them.</summary>
sealed record SearchTown(string Token, IReadOnlyList<Inhabitant> Sample)
{
    const int Seed = 20260401;
    const int SampleSize = 2000;

    /// <summary>Makes the town and imports its register through the gateway.</summary>
    public static async Task<SearchTown> ImportAsync(SuiteProcess suite, int people)
    {
        using var http = new HttpClient { BaseAddress = suite.Gateway, Timeout = Timeout.InfiniteTimeSpan };
        var sample = new List<Inhabitant>();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/feeds/residents/imports")
        {
            Content = new RegisterContent(Town.People(people, Seed, DateOnly.FromDateTime(DateTime.UtcNow)).Select((person, place) =>
            {
                if (place % Math.Max(1, people / SampleSize) == 0)
                    sample.Add(person);
                return person;
            })),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Staff.SignInAsync(http, "admin-01"));
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        var import = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        if (import["state"]!.ToString() != "APPLIED")
            throw new InvalidOperationException($"The register was not taken in: {import["state"]} {import["problemCode"]}.");
        return new(await Staff.SignInAsync(http, "tax-01"), sample);
    }
}
