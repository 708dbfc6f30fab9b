using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.ServiceDefaults;

public sealed class PageTokensTests
{
    [Fact]
    public void Decode_GivesBackTheKeys() =>
        Assert.Equal<string[]?>(["2026-01-02T03:04:05Z", "つ/+="], PageTokens.Decode(PageTokens.Encode("2026-01-02T03:04:05Z", "つ/+="), 2));

    [Fact]
    public void Encode_IsSafeInAnAddress() =>
        Assert.Matches("^[A-Za-z0-9_-]+$", PageTokens.Encode("つ/+=?&", "~"));

    [Fact]
    public void Decode_WhenEmpty_IsTheFirstPage() => Assert.Null(PageTokens.Decode("", 2));

    [Theory]
    [InlineData("%%%")]
    [InlineData("bm90LWpzb24")]
    [InlineData("WyJhIl0")]
    [InlineData("WyJhIixudWxsXQ")]
    [InlineData("bnVsbA")]
    public void Decode_WhenNotATokenOfThisList_IsRefused(string token) =>
        Assert.Equal("PAGE_TOKEN_INVALID", Assert.Throws<Refusal>(() => { PageTokens.Decode(token, 2); }).Code);

    [Fact]
    public void Require_WhenAnotherVersionWasRead_IsRefusedAsStale()
    {
        Tsunagu.ServiceDefaults.Data.Version.Require("", 7);
        Tsunagu.ServiceDefaults.Data.Version.Require(Tsunagu.ServiceDefaults.Data.Version.Of(7), 7);
        var refusal = Assert.Throws<Refusal>(
            () => Tsunagu.ServiceDefaults.Data.Version.Require(Tsunagu.ServiceDefaults.Data.Version.Of(6), 7));
        Assert.Equal((RefusalKind.Stale, "VERSION_STALE"), (refusal.Kind, refusal.Code));
    }
}
