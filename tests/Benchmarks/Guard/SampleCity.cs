using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Npgsql;
using Tsunagu.Tests.Benchmarks.Friday;
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
        var administrator = await SignInAsync(http, "admin-01");
        foreach (var (feed, bytes) in DepartmentFiles.All())
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/feeds/{feed}/imports") { Content = new ByteArrayContent(bytes) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", administrator);
            using var answer = await http.SendAsync(request);
            answer.EnsureSuccessStatusCode();
        }

        return new SampleCity(await SignInAsync(http, "tax-01"), await HouseholdsAsync(suite));
    }

    static async Task<string> SignInAsync(HttpClient http, string staffId)
    {
        using var answer = await http.PostAsJsonAsync("/dev/token", new { staffId });
        answer.EnsureSuccessStatusCode();
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["accessToken"]!.ToString();
    }

    static async Task<List<string>> HouseholdsAsync(SuiteProcess suite)
    {
        await using var connection = new NpgsqlConnection(await suite.DatabaseAsync("household", CancellationToken.None));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select distinct household_id::text from residents where household_id is not null", connection);
        await using var reader = await command.ExecuteReaderAsync();
        List<string> ids = [];
        while (await reader.ReadAsync())
            ids.Add(reader.GetString(0));
        return ids;
    }
}
