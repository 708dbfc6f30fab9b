using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>Searches in the sample city's register.</summary>
public sealed class SearchTests(RegisteredCity fixture) : IClassFixture<RegisteredCity>
{
    [Theory]
    [InlineData("久保田隆史")]
    [InlineData("久保田　隆史")]
    [InlineData("くぼた たかし")]
    [InlineData("ｸﾎﾞﾀ ﾀｶｼ")]
    [InlineData("ぼたたか")]
    [InlineData("くぼた たか")]
    [InlineData("たかし 久保田")]
    [InlineData("Kubota Takashi")]
    [InlineData("kubo")]
    [InlineData("くぼた たかつ")]
    [InlineData("くたぼたかし")]
    [InlineData("久保隆史")]
    public async Task Name_InAnyScriptAndInPart_FindsThePerson(string name)
    {
        var found = await fixture.Caseworker.SearchResidentsAsync(new() { Name = name });
        Assert.Contains(found.Matches, m => m.Resident.Name == "久保田　隆史");
        Assert.False(found.Incomplete);
    }

    [Fact]
    public async Task WholeName_ScoresAboveItsParts()
    {
        var whole = await fixture.Caseworker.SearchResidentsAsync(new() { Kana = "クボタタカシ" });
        var part = await fixture.Caseworker.SearchResidentsAsync(new() { Kana = "クボタ" });
        Assert.Equal(1, whole.Matches[0].Score);
        Assert.All(part.Matches, m => Assert.True(m.Score < 1));
    }

    [Theory]
    [InlineData("高木")]
    [InlineData("髙木")]
    public async Task GlyphVariant_FindsBothWritings(string name)
    {
        var found = await fixture.Caseworker.SearchResidentsAsync(new() { Name = name });
        Assert.Contains(found.Matches, m => m.Resident.Name.StartsWith("髙木", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Number_WithLostZeros_FindsOnePerson()
    {
        var someone = await fixture.NamedAsync("久保田隆史");
        var found = await fixture.Caseworker.SearchResidentsAsync(new() { ResidentNumber = someone.ResidentNumber.TrimStart('0') });
        Assert.Equal(someone, Assert.Single(found.Matches).Resident);
        Assert.Equal(someone, await fixture.Caseworker.GetResidentAsync(new() { ResidentId = someone.ResidentId }));
    }

    [Fact]
    public async Task Criteria_HoldTogether()
    {
        var son = await fixture.NamedAsync("久保田隆史");
        var both = await fixture.Caseworker.SearchResidentsAsync(new() { Name = "久保田", BirthDate = son.BirthDate });
        Assert.Equal(son, Assert.Single(both.Matches).Resident);
        var neither = await fixture.Caseworker.SearchResidentsAsync(new() { Name = "久保田", BirthDate = "1900-01-01" });
        Assert.Empty(neither.Matches);
    }

    [Fact]
    public async Task EveryField_FindsByItselfAndWithOneError()
    {
        var son = await fixture.NamedAsync("久保田隆史");
        var digits = new string([.. son.Phone.Where(char.IsAsciiDigit)]);
        SearchResidentsRequest[] requests =
        [
            new() { BirthDate = son.BirthDate, Sex = son.Sex },
            new() { BirthDate = son.BirthDate[..7], Name = "久保田" },
            new() { Address = son.Address },
            new() { Address = $"架空県どこか市{son.Address}", Name = "久保田" },
            new() { Name = "久保田", Address = new string([.. son.Address.TakeWhile(char.IsLetter)]) },
            new() { ResidentNumber = Slip(son.ResidentNumber) },
            new() { Name = "久保田隆史", BirthDate = son.BirthDate[..^1] + (son.BirthDate[^1] == '9' ? '8' : (char)(son.BirthDate[^1] + 1)) },
            .. digits.Length == 0 ? Array.Empty<SearchResidentsRequest>() : [new() { Phone = digits }, new() { Phone = digits[^4..] }, new() { Phone = Slip(digits) }],
        ];
        foreach (var request in requests)
            Assert.Contains((await fixture.Caseworker.SearchResidentsAsync(request)).Matches.Take(5), m => m.Resident.ResidentId == son.ResidentId);
    }

    [Fact]
    public async Task Age_FindsWhoIsThatOldAndAYearOff()
    {
        var son = await fixture.NamedAsync("久保田隆史");
        var household = await fixture.Caseworker.GetHouseholdViewAsync(new() { HouseholdId = son.HouseholdId });
        var age = household.Members.Single(m => m.Resident.ResidentId == son.ResidentId).Age;
        var exact = Assert.Single((await fixture.Caseworker.SearchResidentsAsync(new() { Name = "久保田隆史", Age = age })).Matches);
        var off = Assert.Single((await fixture.Caseworker.SearchResidentsAsync(new() { Name = "久保田隆史", Age = age + 1 })).Matches);
        Assert.Equal((son, son), (exact.Resident, off.Resident));
        Assert.True(off.Score < exact.Score);
        Assert.Empty((await fixture.Caseworker.SearchResidentsAsync(new() { Name = "久保田隆史", Age = age + 2 })).Matches);
    }

    [Fact]
    public async Task OneError_ComesAfterEverybodyWithoutOne()
    {
        var found = (await fixture.Caseworker.SearchResidentsAsync(new() { Kana = "タナカ", PageSize = 100 })).Matches;
        Assert.Equal(found.Select(m => m.Score).OrderDescending(), found.Select(m => m.Score));
        var kana = found.Select(m => m.Resident.Kana.Contains("タナカ", StringComparison.Ordinal) || m.Resident.AliasKana.Contains("タナカ", StringComparison.Ordinal)).ToList();
        Assert.Equal(kana.OrderDescending(), kana);
    }

    [Fact]
    public async Task Keys_OfAnOlderVersion_AreMadeAnew()
    {
        _ = await fixture.CountAsync(
            "begin; set local tsunagu.principal = 'job:search-indexing'; update resident_search set version = 0, keys = '{}'; commit; select 1::bigint");
        await Eventually.HoldsAsync(
            async () => (await fixture.Caseworker.SearchResidentsAsync(new() { Name = "久保田隆史" })).Matches.Count > 0, "somebody is found again");
    }

    [Fact]
    public async Task Pages_CoverEveryMatchOnceInOneOrder()
    {
        var all = await fixture.Caseworker.SearchResidentsAsync(new() { Kana = "ア", PageSize = 100 });
        var paged = new List<ResidentMatch>();
        var token = "";
        do
        {
            var page = await fixture.Caseworker.SearchResidentsAsync(new() { Kana = "ア", PageSize = 3, PageToken = token });
            paged.AddRange(page.Matches);
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        Assert.True(all.Matches.Count > 6);
        Assert.Equal(all.Matches, paged);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 　")]
    [InlineData("・ー")]
    public async Task Nothing_ToSearchBy_IsRefused(string name) =>
        await Refusals.AssertAsync(
            StatusCode.InvalidArgument, "SEARCH_EMPTY", () => fixture.Caseworker.SearchResidentsAsync(new() { Name = name }).ResponseAsync);

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("久保田%")]
    public async Task PatternCharacters_AreNoPatterns(string name)
    {
        var call = fixture.Caseworker.SearchResidentsAsync(new() { Name = name });
        if (name.Length == 1)
            await Refusals.AssertAsync(StatusCode.InvalidArgument, "SEARCH_EMPTY", () => call.ResponseAsync);
        else
            Assert.All((await call).Matches, m => Assert.StartsWith("久保田", m.Resident.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task WithoutPurpose_NothingIsRead() => await DeniedAsync(fixture.As("caseworker", purpose: null));

    [Fact]
    public async Task WithAnotherRole_NothingIsRead() => await DeniedAsync(fixture.As("partner"));

    [Fact]
    public async Task WithoutToken_NothingIsRead()
    {
        var refusal = await Assert.ThrowsAsync<RpcException>(() => fixture.Anonymous.SearchResidentsAsync(new() { Name = "久保田" }).ResponseAsync);
        Assert.Equal(StatusCode.Unauthenticated, refusal.StatusCode);
    }

    [Fact]
    public async Task Database_GivesNoResident_WithoutPurposeOrProgram()
    {
        Assert.Equal(0, await fixture.CountAsync("select count(*) from residents"));
        Assert.Equal(0, await fixture.CountAsync("begin; set local tsunagu.agency = 'tax-collection'; select count(*) from residents"));
        Assert.Equal(0, await fixture.CountAsync("begin; set local tsunagu.principal = 'service:intake'; select count(*) from residents"));
        Assert.True(await fixture.CountAsync(
            "begin; set local tsunagu.agency = 'tax-collection'; set local tsunagu.purpose = 'consultation'; select count(*) from residents") > 0);
    }

    [Fact]
    public async Task UnknownIds_AreNotFound()
    {
        var id = Guid.NewGuid().ToString();
        await Refusals.AssertAsync(
            StatusCode.NotFound, "RESIDENT_NOT_FOUND", () => fixture.Caseworker.GetResidentAsync(new() { ResidentId = id }).ResponseAsync);
        await Refusals.AssertAsync(
            StatusCode.NotFound, "HOUSEHOLD_NOT_FOUND", () => fixture.Caseworker.GetHouseholdViewAsync(new() { HouseholdId = id }).ResponseAsync);
    }

    // Two digits that differ swapped.
    static string Slip(string digits)
    {
        var i = Enumerable.Range(0, digits.Length - 1).Last(i => digits[i] != digits[i + 1]);
        return string.Concat(digits.AsSpan(0, i), digits.AsSpan(i + 1, 1), digits.AsSpan(i, 1), digits.AsSpan(i + 2));
    }

    static async Task DeniedAsync(HouseholdService.HouseholdServiceClient caller)
    {
        var id = Guid.NewGuid().ToString();
        foreach (var call in new Func<Task>[]
        {
            () => caller.SearchResidentsAsync(new() { Name = "久保田" }).ResponseAsync,
            () => caller.GetResidentAsync(new() { ResidentId = id }).ResponseAsync,
            () => caller.GetHouseholdViewAsync(new() { HouseholdId = id }).ResponseAsync,
        })
            Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(call)).StatusCode);
    }
}
