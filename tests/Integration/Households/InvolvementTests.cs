using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>Who is involved: departments alone, and only for whom it may be told.</summary>
public sealed class InvolvementTests(DepartmentsCity fixture) : IClassFixture<DepartmentsCity>
{
    [Fact]
    public async Task Involved_AreTheDepartmentsWithSomethingOpen()
    {
        var son = await SonAsync();
        var view = await fixture.Caseworker.GetHouseholdViewAsync(new() { HouseholdId = son.HouseholdId });
        var answer = await fixture.Caseworker.FindInvolvementAsync(new() { ResidentId = son.ResidentId });
        var open = view.Members.Single(m => m.Resident.ResidentId == son.ResidentId).Involvement.Where(i => i.Open).Select(i => i.Department);
        Assert.Equal(open.Distinct().Order(StringComparer.Ordinal), answer.Departments.Select(d => d.Department));
        Assert.Equal(["国保年金課"], answer.Departments.Select(d => d.Department));
    }

    [Fact]
    public async Task WhileProtectionsAreUnknown_WhoMayNotReadRecordsIsTheSameForEverybodyRefused()
    {
        var son = await SonAsync();
        await Refusals.AssertAsync(
            StatusCode.FailedPrecondition, "PROTECTION_UNKNOWN", () => fixture.As("partner").FindInvolvementAsync(new() { ResidentId = son.ResidentId }).ResponseAsync);
    }

    [Fact]
    public async Task UnknownResident_IsNotFound() => await Refusals.AssertAsync(
        StatusCode.NotFound, "RESIDENT_NOT_FOUND", () => fixture.Caseworker.FindInvolvementAsync(new() { ResidentId = Guid.NewGuid().ToString() }).ResponseAsync);

    [Fact]
    public async Task WithoutPurpose_NothingIsTold()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(
            () => fixture.As("caseworker", purpose: null).FindInvolvementAsync(new() { ResidentId = Guid.NewGuid().ToString() }).ResponseAsync);
        Assert.Equal(StatusCode.PermissionDenied, refused.StatusCode);
    }

    Task<Resident> SonAsync() => fixture.NamedAsync("久保田隆史");
}
