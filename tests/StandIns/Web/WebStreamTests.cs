using System.Text;
using Tests.Echo.V1;
using Xunit;

namespace Tsunagu.Tests.StandIns.Web;

/// <summary>Streams while they are open.</summary>
public sealed class WebStreamTests
{
    public static TheoryData<WebForm, int, bool> Ways => WebCallTests.Ways;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Message_ArrivesWhileTheCallGoesOn_AndTheServiceLearnsThatTheReaderLeft(WebForm form, int version, bool proxied)
    {
        await using var host = await WebHost.StartAsync(proxied);
        using var caller = new WebCaller(host, form, version);
        var frame = RawCall.Frame(new SayRequest { Number = 1, Text = "now", Act = "wait" });
        var response = await caller.OpenAsync("Count", [form == WebForm.Text ? Encoding.ASCII.GetBytes(Convert.ToBase64String(frame)) : frame], Ct);

        var expected = RawCall.Frame(new SayReply { Number = 1, Text = "now" });
        var stream = await response.Content.ReadAsStreamAsync(Ct);
        var bytes = new byte[form == WebForm.Text ? (expected.Length + 2) / 3 * 4 : expected.Length];
        await stream.ReadExactlyAsync(bytes, Ct).AsTask().WaitAsync(TimeSpan.FromSeconds(60), Ct);
        Assert.Equal(expected, form == WebForm.Text ? WebAnswer.Decode(bytes) : bytes);
        Assert.False(host.Journal.Cancelled.Task.IsCompleted);

        response.Dispose();

        await host.Journal.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(60), Ct);
    }
}
