using Tsunagu.ServiceDefaults.Data;
using Xunit;

namespace Tsunagu.Tests.Unit.ServiceDefaults;

public sealed class SnakeCaseTests
{
    [Theory]
    [InlineData("Referrals", "referrals")]
    [InlineData("FromAgencyId", "from_agency_id")]
    [InlineData("Content_HouseholdPicture", "content_household_picture")]
    [InlineData("IX_Referrals_CaseId", "ix_referrals_case_id")]
    [InlineData("HTTPPort", "http_port")]
    [InlineData("Sha256Hash", "sha256_hash")]
    [InlineData("already_snake", "already_snake")]
    [InlineData("", "")]
    public void Of_WritesNamesWithoutQuotes(string name, string expected) => Assert.Equal(expected, SnakeCase.Of(name));
}
