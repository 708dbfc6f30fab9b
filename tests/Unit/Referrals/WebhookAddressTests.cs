using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Referrals;

public sealed class WebhookAddressTests
{
    [Theory]
    [InlineData("")]
    [InlineData("/hook")]
    [InlineData("example.jp/hook")]
    [InlineData("ftp://example.jp/hook")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://user:secret@example.jp/hook")]
    [InlineData("https://example.jp/hook#part")]
    [InlineData("https://")]
    public void Address_ThatIsNoPlainWebAddress_IsRefused(string url) =>
        Assert.Equal("SUBSCRIPTION_URL_INVALID", Assert.Throws<Refusal>(() => WebhookAddress.Parse(url, httpsOnly: false)).Code);

    [Fact]
    public void Address_LongerThanTheLimit_IsRefused() =>
        Assert.Equal(
            "SUBSCRIPTION_URL_INVALID",
            Assert.Throws<Refusal>(() => WebhookAddress.Parse("https://example.jp/" + new string('a', 2000), httpsOnly: true)).Code);

    [Fact]
    public void PlainHttp_IsAcceptedInDevelopmentAlone()
    {
        Assert.Equal("http", WebhookAddress.Parse("http://localhost:5000/hook", httpsOnly: false).Scheme);
        Assert.Equal(
            "SUBSCRIPTION_HTTPS_REQUIRED",
            Assert.Throws<Refusal>(() => WebhookAddress.Parse("http://example.jp/hook", httpsOnly: true)).Code);
    }

    [Fact]
    public void Secret_IsWhsecWith32FreshBytes()
    {
        var secret = WebhookSecret.New();

        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        Assert.Equal(32, Convert.FromBase64String(secret["whsec_".Length..]).Length);
        Assert.NotEqual(secret, WebhookSecret.New());
    }
}
