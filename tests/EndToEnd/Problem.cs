using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace Tsunagu.Tests.EndToEnd;

/// <summary>RFC 9457 answers as callers must get them.</summary>
static partial class Problem
{
    /// <summary>Asserts status, media type, a Japanese detail and nothing of the inside; answers the body.</summary>
    public static async Task<JsonNode> Is(HttpResponseMessage answer, HttpStatusCode status, string? code = null)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == answer.StatusCode, $"{(int)answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(text)!;
        Assert.Equal((int)status, (int)problem["status"]!);
        Assert.Matches(Japanese(), problem["detail"]!.ToString());
        Assert.Matches("^[A-Z][A-Z0-9_]+$", problem["code"]!.ToString());
        Assert.DoesNotMatch(Inside(), text);
        if (code is not null)
            Assert.Equal(code, problem["code"]!.ToString());
        return problem;
    }

    public static async Task<JsonNode> Success(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }

    [GeneratedRegex("[ぁ-んァ-ヶ一-龠]")]
    private static partial Regex Japanese();

    [GeneratedRegex(@"Exception|\bat [A-Z]\w+\.|SELECT |INSERT |Npgsql|Tsunagu\.|\.cs\b")]
    private static partial Regex Inside();
}
