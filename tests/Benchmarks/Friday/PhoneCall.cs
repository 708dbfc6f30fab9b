namespace Tsunagu.Tests.Benchmarks.Friday;

/// <summary>A telephone call: recorded while it lasts; one in three callers is looked up as well.</summary>
static class PhoneCall
{
    public static async Task RunAsync(Person person, CancellationToken ct)
    {
        if (person.Random.Next(3) == 0)
        {
            if (await person.PostAsync("phone search", "/v1/residents:search", new() { ["kana"] = "クボタ", ["pageSize"] = 5 }, ct) is null)
                return;
            person.Think();
        }

        await person.WriteAsync(
            "phone record", "/v1/consultations", new() { ["channel"] = "CHANNEL_PHONE", ["complaint"] = "電話での相談", ["mainIssue"] = "ISSUE_INCOME" }, ct);
    }
}
