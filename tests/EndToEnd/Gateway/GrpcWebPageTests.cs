using System.Text.Json;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Tsunagu.Contracts.Notifications.V1;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Gateway;

/// <summary>A page of another origin calls the gateway from a browser.</summary>
[Collection(SharedGateway.Name)]
public sealed class GrpcWebPageTests(GatewayFixture gateway) : IAsyncLifetime
{
    const string Referrals = "/tsunagu.referral.v1.ReferralService/";

    readonly List<WebApplication> sites = [];
    Browser? browser;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Browser.Executable is not null, "Chromium is not installed.");
        browser = await Browser.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        foreach (var site in sites)
            await site.DisposeAsync();
    }

    [Fact]
    public async Task PageOfAnAllowedOrigin_ReadsMessagesAndStatuses()
    {
        var page = await OpenAsync(gateway.PagePort);

        var created = await CallAsync(page, Referrals + "CreateReferral", new CreateReferralRequest { ToAgencyId = "shakyo" });
        Assert.Equal("0", created.GetProperty("status").GetString());
        Assert.Equal("shakyo", Referral.Parser.ParseFrom(Message(created, 0)).ToAgencyId);

        // Without a message the status stands among the headers, which a page reads only where they are exposed to it.
        var refused = await CallAsync(page, Referrals + "SendReferral", new SendReferralRequest { ReferralId = "wrong-state" });
        Assert.Equal("9", refused.GetProperty("status").GetString());
        Assert.Equal("この状態では送付できません。", refused.GetProperty("message").GetString());
        Assert.NotEqual(JsonValueKind.Null, refused.GetProperty("details").ValueKind);

        var anonymous = await CallAsync(page, Referrals + "GetReferral", new GetReferralRequest(), token: "");
        Assert.Equal("16", anonymous.GetProperty("status").GetString());
    }

    [Fact]
    public async Task StreamInAPage_IsReadWhileItGoesOn_AndEndsAtTheServiceWhenThePageLeavesIt()
    {
        const string after = "-5";
        var page = await OpenAsync(gateway.PagePort);

        var read = await CallAsync(page, "/tsunagu.notification.v1.NotificationService/WatchInbox", new WatchInboxRequest { After = after }, most: 2);

        Assert.Equal("left", read.GetProperty("status").GetString());
        Assert.Equal(["-4", "-3"], new[] { 0, 1 }.Select(i => InboxItem.Parser.ParseFrom(Message(read, i)).Cursor));
        await gateway.Journal.WatchAfter(after).Task.WaitAsync(TimeSpan.FromSeconds(60), Ct);
    }

    [Fact]
    public async Task PageOfAnotherOrigin_MayNotCall()
    {
        var page = await OpenAsync(FreePort.Next());

        var refused = await CallAsync(page, Referrals + "CreateReferral", new CreateReferralRequest { ToAgencyId = "shakyo" });

        Assert.Equal("TypeError", refused.GetProperty("error").GetString());
    }

    async Task<JsonElement> CallAsync(IPage page, string method, IMessage message, string? token = null, int most = int.MaxValue) =>
        await page.EvaluateAsync<JsonElement>(
            "([gateway, method, token, payload, most]) => collect(gateway, method, token, payload, most)",
            new object[]
            {
                gateway.Address.AbsoluteUri.TrimEnd('/'), method, token ?? await gateway.TokenAsync("s-1"), message.ToByteArray().Select(b => (int)b).ToArray(), most,
            });

    async Task<IPage> OpenAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var site = builder.Build();
        sites.Add(site);
        site.Urls.Add($"http://127.0.0.1:{port}");
        site.MapGet("/", () => Results.File(Repository.PathOf("tests/EndToEnd/Gateway/GrpcWebPage.html"), "text/html; charset=utf-8"));
        await site.StartAsync(Ct);
        return await browser!.OpenAsync(new Uri($"http://127.0.0.1:{port}/"));
    }

    static byte[] Message(JsonElement answer, int index) => [.. answer.GetProperty("messages")[index].EnumerateArray().Select(b => b.GetByte())];
}
