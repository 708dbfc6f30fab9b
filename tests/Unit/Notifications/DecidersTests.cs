using Tsunagu.Contracts.Options.V1;
using Tsunagu.Notifications.Domain;
using Tsunagu.Notifications.Messaging;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Notifications;

/// <summary>Who is told of what only the city decides.</summary>
public sealed class DecidersTests
{
    static readonly DirectorySnapshot Directory = new(
        new Dictionary<StaffId, KnownStaff>
        {
            [new("tax-01")] = Staff("tax", Role.Caseworker),
            [new("tax-manager")] = Staff("tax", Role.Manager),
            [new("tax-coordinator")] = Staff("tax", Role.Coordinator),
            [new("tax-gone")] = Staff("tax", Role.Manager, suspended: true),
            [new("housing-manager")] = Staff("housing", Role.Manager),
            [new("housing-coordinator")] = Staff("housing", Role.Coordinator),
            [new("council-manager")] = Staff("council", Role.Manager),
        },
        new Dictionary<AgencyId, KnownAgency>
        {
            [new("tax")] = new(new("tax"), KnownAgency.CityDepartment, []),
            [new("housing")] = new(new("housing"), KnownAgency.CityDepartment, []),
            [new("council")] = new(new("council"), "social_welfare_council", []),
        },
        DateTimeOffset.UnixEpoch,
        Complete: true);

    static KnownStaff Staff(string agency, Role role, bool suspended = false) => new(new(agency), new HashSet<Role> { role }, DateTimeOffset.MaxValue, suspended);

    static IEnumerable<string?> Told(string agency, string by) =>
        Deciders.Of(Directory, InboxKind.RevealRequested, new(agency), new(by)).Select(notice => notice.Staff?.Value);

    [Fact]
    public void Reveal_IsToldToThoseOfTheDepartmentThatAsks() => Assert.Equal(["tax-coordinator", "tax-manager"], Told("tax", "tax-01"));

    [Fact]
    public void WhoAsks_IsNotTheSecondPerson()
    {
        Assert.Equal(["tax-manager"], Told("tax", "tax-coordinator"));
        Assert.Equal(["housing-coordinator"], Told("housing", "housing-manager"));
    }

    [Fact]
    public void OutsideAgency_IsAnsweredByManagersOfTheCity() => Assert.Equal(["housing-manager", "tax-manager"], Told("council", "council-manager"));

    [Theory]
    [InlineData("housing", new[] { "housing-coordinator", "housing-manager" })]
    [InlineData("nobody", new[] { "housing-manager", "tax-manager" })]
    [InlineData(null, new[] { "housing-manager", "tax-manager" })]
    public void MeasuresThatAreDue_AreToldToTheDepartmentThatDecides(string? desk, string[] told) =>
        Assert.Equal(told, Deciders.Of(Directory, InboxKind.ProtectionsDue, desk).Select(notice => notice.Staff?.Value));
}
