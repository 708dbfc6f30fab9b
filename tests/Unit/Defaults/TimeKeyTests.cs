using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Defaults;

public sealed class TimeKeyTests
{
    [Fact]
    public void Token_ReadBack_IsTheSameRow()
    {
        var key = new TimeKey(new DateTimeOffset(2026, 6, 5, 8, 0, 0, TimeSpan.Zero).AddTicks(10), Guid.CreateVersion7());
        Assert.Equal(key, TimeKey.Parse(key.ToToken()));
    }

    [Fact]
    public void EmptyToken_IsTheFirstPage() => Assert.Null(TimeKey.Parse(""));

    [Fact]
    public void Token_OfAnotherList_IsRefused()
    {
        string[] foreign =
        [
            PageTokens.Encode("1"),
            PageTokens.Encode("x", Guid.Empty.ToString("N")),
            PageTokens.Encode("1", "x"),
            PageTokens.Encode("9999999999999999999", Guid.Empty.ToString("N")),
            PageTokens.Encode("-1", Guid.Empty.ToString("N")),
        ];
        Assert.All(foreign, token => Refusals.AssertRefused(RefusalKind.Invalid, "PAGE_TOKEN_INVALID", () => TimeKey.Parse(token)));
    }
}
