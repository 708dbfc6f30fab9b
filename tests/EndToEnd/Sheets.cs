using System.Text.Json.Nodes;

namespace Tsunagu.Tests.EndToEnd;

/// <summary>つなぐシート for the tests.</summary>
static class Sheets
{
    public static JsonObject Draft(string toAgency = "social-welfare-council") => new()
    {
        ["requestId"] = Guid.CreateVersion7().ToString(),
        ["toAgencyId"] = toAgency,
        ["content"] = new JsonObject
        {
            ["purpose"] = "家計の困りごとがあるため",
            ["request"] = "家計相談をお願いします",
            ["legalBasis"] = "LEGAL_BASIS_EMERGENCY",
        },
        ["respondBy"] = DateTimeOffset.UtcNow.AddDays(7).ToString("O"),
    };
}
