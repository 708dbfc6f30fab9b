using System.Net;
using System.Text.Json.Nodes;
using Tsunagu.Tests.EndToEnd.Hosting;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Journeys;

/// <summary>Who looked at this person's file, over every service and through the gateway.</summary>
[Collection(RunningSuite.Name)]
public sealed class AuditTests(SuiteFixture suite)
{
    const string Everywhere = "/v1/audit:search";
    const string Purpose = "audit-inquiry";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Auditor_SeesWhoLookedAtAPersonsFileInEveryService()
    {
        var resident = await ResidentAsync();
        var counter = await suite.SignInAsync("tax-01", Ct);
        using var view = await counter.GetAsync($"/v1/households/{resident["householdId"]}/view", Ct);
        await Problem.Success(view);
        using var recorded = await counter.PostAsync("/v1/consultations", Consultation(resident["residentId"]!.ToString()), Ct);
        var consultation = (await Problem.Success(recorded))["consultationId"]!.ToString();

        var entries = await EntriesAsync(Question(resident), found => found.Any(e => Is(e, "household", "GetHouseholdView")) && found.Any(IsRecorded));

        var record = entries.First(IsRecorded);
        Assert.Equal(("tax-01", "tax-collection", "OK"), ((string)record["staffId"]!, (string)record["agencyId"]!, (string)record["outcome"]!));
        Assert.Equal("consultation", (string)entries.First(e => Is(e, "household", "GetHouseholdView"))["purpose"]!);
        Assert.Equal(entries.OrderByDescending(At).Select(e => e["at"]!.ToString()), entries.Select(e => e["at"]!.ToString()));
        Assert.DoesNotContain(resident["name"]!.ToString(), string.Concat(entries.Select(e => e.ToJsonString())), StringComparison.Ordinal);

        // Others have recorded consultations of the same person.
        bool IsRecorded(JsonNode e) => Is(e, "intake", "RecordConsultation") && Names(e, "consultation", consultation);
    }

    [Fact]
    public async Task Auditor_SeesWhoReadAPersonsReferral_ThoughItNamesNoPerson()
    {
        var resident = await ResidentAsync();
        var counter = await suite.SignInAsync("tax-01", Ct);
        using var recorded = await counter.PostAsync("/v1/consultations", Consultation(resident["residentId"]!.ToString()), Ct);
        var draft = Sheets.Draft();
        draft["consultationId"] = (await Problem.Success(recorded))["consultationId"]!.ToString();
        using var created = await counter.PostAsync("/v1/referrals", draft, Ct);
        var referral = (await Problem.Success(created))["referralId"]!.ToString();
        using var sent = await counter.PostAsync($"/v1/referrals/{referral}:send", new JsonObject { ["requestId"] = Guid.CreateVersion7().ToString() }, Ct);
        await Problem.Success(sent);
        var partner = await suite.SignInAsync("shakyo-01", Ct);
        using var read = await partner.GetAsync($"/v1/referrals/{referral}", Ct);
        await Problem.Success(read);

        var entries = await EntriesAsync(Question(resident), found => found.Any(e => Is(e, "referral", "GetReferral") && Names(e, "referral", referral)));

        Assert.Equal("shakyo-01", (string)entries.First(e => Is(e, "referral", "GetReferral") && Names(e, "referral", referral))["staffId"]!);
    }

    [Fact]
    public async Task PagesOverEveryService_GiveEveryActOnce()
    {
        var begin = DateTime.UtcNow;
        var resident = await ResidentAsync();
        var question = Question(resident);
        // Nothing more is done with this person than to find them, so then the log of it stands still.
        var whole = await EntriesAsync(question, found => found.Any(e => Is(e, "household", "SearchResidents") && At(e) >= begin));

        var pages = new List<string>();
        question["pageSize"] = 2;
        for (var token = ""; ;)
        {
            question["pageToken"] = token;
            var page = await SearchAsync(question);
            pages.AddRange(page["entries"]!.AsArray().Select(entry => entry!.ToJsonString()));
            token = page["nextPageToken"]!.ToString();
            if (token.Length == 0)
                break;
        }

        Assert.Equal(whole.Select(entry => entry.ToJsonString()), pages);
    }

    [Theory]
    [InlineData(Everywhere)]
    [InlineData("/v1/household/audit:search")]
    public async Task Caseworker_DoesNotSeeTheAudit(string path)
    {
        var counter = await suite.SignInAsync("tax-01", Ct);

        using var answer = await counter.PostAsync(path, new JsonObject(), Ct);

        await Problem.Is(answer, HttpStatusCode.Forbidden, "ROLE_NOT_PERMITTED");
    }

    [Theory]
    [InlineData("""{"pageToken":"x"}""", "PAGE_TOKEN_INVALID")]
    [InlineData("""{"pageSize":-1}""", "FIELD_INVALID")]
    [InlineData("""{"subjectKind":"resident"}""", "FIELD_INVALID")]
    [InlineData("{", "JSON_INVALID")]
    public async Task WrongQuestion_IsRefused(string body, string code)
    {
        var auditor = await suite.SignInAsync("auditor-01", Ct);
        using var request = auditor.Request(HttpMethod.Post, Everywhere, Purpose);
        request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var answer = await suite.Http.SendAsync(request, Ct);

        await Problem.Is(answer, HttpStatusCode.BadRequest, code);
    }

    static bool Is(JsonNode entry, string service, string method) =>
        (string)entry["service"]! == service && ((string)entry["method"]!).EndsWith($"/{method}", StringComparison.Ordinal);

    static bool Names(JsonNode entry, string kind, string id) =>
        entry["subjects"]!.AsArray().Any(subject => (string)subject!["kind"]! == kind && (string)subject["id"]! == id);

    static DateTime At(JsonNode entry) => DateTime.Parse((string)entry["at"]!, null, System.Globalization.DateTimeStyles.AdjustToUniversal);

    static JsonObject Question(JsonNode resident) => new() { ["subjectKind"] = "resident", ["subjectId"] = resident["residentId"]!.ToString(), ["pageSize"] = 200 };

    static JsonObject Consultation(string residentId) => new()
    {
        ["requestId"] = Guid.CreateVersion7().ToString(),
        ["channel"] = "CHANNEL_COUNTER",
        ["desk"] = "納税課窓口",
        ["complaint"] = "督促状が届いて困っている",
        ["mainIssue"] = "ISSUE_TAX_OR_UTILITIES",
        ["residentId"] = residentId,
    };

    // A person of the sample city, whom the search itself puts on record.
    async Task<JsonNode> ResidentAsync()
    {
        var administrator = await suite.SignInAsync("admin-01", Ct);
        using var upload = administrator.Request(HttpMethod.Post, "/v1/feeds/residents/imports");
        upload.Content = new ByteArrayContent(await File.ReadAllBytesAsync(Repository.PathOf("apphost/sample/day1/residents.csv"), Ct));
        using var import = await suite.Http.SendAsync(upload, Ct);
        await Problem.Success(import);
        var counter = await suite.SignInAsync("tax-01", Ct);
        using var answer = await counter.PostAsync("/v1/residents:search", new JsonObject { ["kana"] = "クボタ", ["pageSize"] = 1 }, Ct);
        return (await Problem.Success(answer))["matches"]![0]!["resident"]!;
    }

    async Task<JsonNode> SearchAsync(JsonObject question)
    {
        var auditor = await suite.SignInAsync("auditor-01", Ct);
        using var answer = await auditor.PostAsync(Everywhere, question, Ct, Purpose);
        return await Problem.Success(answer);
    }

    // Acts are sealed about a second after they happened.
    async Task<List<JsonNode>> EntriesAsync(JsonObject question, Func<List<JsonNode>, bool> holds)
    {
        var until = DateTime.UtcNow.AddSeconds(30);
        while (true)
        {
            var found = (await SearchAsync(question))["entries"]!.AsArray().Select(entry => entry!).ToList();
            if (holds(found))
                return found;
            Assert.True(DateTime.UtcNow < until, $"{found.Count} acts after half a minute.");
            await Task.Delay(250, Ct);
        }
    }
}
