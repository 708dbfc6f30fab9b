using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Tsunagu.Tests.TestKit.Hosting;

namespace Tsunagu.Tests.Benchmarks.Measuring;

/// <summary>The sample staff of a suite.</summary>
static class Staff
{
    /// <summary>A token of somebody.</summary>
    public static async Task<string> SignInAsync(SuiteProcess suite, string staffId)
    {
        using var http = new HttpClient { BaseAddress = suite.Gateway };
        return await SignInAsync(http, staffId);
    }

    /// <summary>A token of somebody, asked of the gateway that the client calls.</summary>
    public static async Task<string> SignInAsync(HttpClient http, string staffId)
    {
        using var answer = await http.PostAsJsonAsync("/dev/token", new { staffId });
        answer.EnsureSuccessStatusCode();
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["accessToken"]!.ToString();
    }
}
