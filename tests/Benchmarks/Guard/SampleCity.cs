using System.Net.Http.Headers;
using Tsunagu.Tests.Benchmarks.Friday;
using Tsunagu.Tests.Benchmarks.Imports;
using Tsunagu.Tests.Benchmarks.Measuring;
using Tsunagu.Tests.TestKit.Hosting;

namespace Tsunagu.Tests.Benchmarks.Guard;

/// <summary>The households of the sample city and a caseworker who may see them.</summary>
sealed class SampleCity(string token, IReadOnlyList<string> households)
{
    /// <summary>Of a caseworker.</summary>
    public string Token => token;

    /// <summary>household_ids.</summary>
    public IReadOnlyList<string> Households => households;

    /// <summary>Imports the city's register and a file of each department.</summary>
    public static async Task<SampleCity> ImportAsync(SuiteProcess suite)
    {
        using var http = new HttpClient { BaseAddress = suite.Gateway, Timeout = TimeSpan.FromMinutes(2) };
        var administrator = await Staff.SignInAsync(http, "admin-01");
        foreach (var (feed, bytes) in DepartmentFiles.All())
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/feeds/{feed}/imports") { Content = new ByteArrayContent(bytes) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", administrator);
            using var answer = await http.SendAsync(request);
            answer.EnsureSuccessStatusCode();
        }

        return new SampleCity(await Staff.SignInAsync(http, "tax-01"), await HouseholdData.HouseholdsAsync(suite));
    }
}
