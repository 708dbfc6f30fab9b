using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Granting.Breaking;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.ServiceDefaults.Granting.Breaking;

public sealed class ReviewKeyTests
{
    [Fact]
    public void Token_HoldsThePlaceInTheList()
    {
        foreach (var reviewed in new[] { true, false })
        {
            var key = new ReviewKey(reviewed, new(2026, 11, 29), Guid.CreateVersion7());
            Assert.Equal(key, ReviewKey.Parse(key.ToToken()));
        }

        Assert.Null(ReviewKey.Parse(""));
    }

    [Theory]
    [InlineData("2", "739000", "019a0000-0000-7000-8000-000000000001")]
    [InlineData("1", "-1", "019a0000-0000-7000-8000-000000000001")]
    [InlineData("1", "9999999", "019a0000-0000-7000-8000-000000000001")]
    [InlineData("1", "739000", "x")]
    public void TokenThatWasMadeUp_IsRefused(params string[] keys) =>
        Refusals.AssertRefused(RefusalKind.Invalid, "PAGE_TOKEN_INVALID", () => ReviewKey.Parse(PageTokens.Encode(keys)));
}
