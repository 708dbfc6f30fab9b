using Tsunagu.Contracts.Events.Intake;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Hosting;
using Tsunagu.Tests.TestKit.Messaging;
using Xunit;

namespace Tsunagu.Tests.Integration.Intake;

/// <summary>The intake service beside the household service, whose register holds three residents of two households.</summary>
public sealed class RegisterFixture : IAsyncLifetime
{
    TestSuite _suite = null!;
    ServiceHost _intake = null!;

    public EventTap Events { get; private set; } = null!;

    /// <summary>As the register has them.</summary>
    public IReadOnlyList<Resident> Residents { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        _suite = await TestSuite.StartAsync();
        var household = await _suite.StartAsync("household", ("SampleData:Path", Repository.PathOf("apphost/sample")));
        var administrator = _suite.Issuer.ForStaff("admin-01", "information-systems", "administrator");
        var worker = _suite.Issuer.ForStaff("welfare-01", "welfare-general", "caseworker");
        Residents = await Register.FillAsync(new(household.As(administrator)), new(household.As(worker, "test")));
        Events = await EventTap.StartAsync(_suite.Broker, typeof(ConsultationLinked));
        _intake = await _suite.StartAsync("intake");
    }

    public async ValueTask DisposeAsync()
    {
        await Events.DisposeAsync();
        await _suite.DisposeAsync();
    }

    public Desk Desk(string role = "caseworker", string? purpose = "consultation")
    {
        var agency = $"agency-{Guid.NewGuid():N}";
        return new(new(_intake.As(_suite.Issuer.ForStaff($"{agency}-01", agency, role), purpose)), agency);
    }
}
