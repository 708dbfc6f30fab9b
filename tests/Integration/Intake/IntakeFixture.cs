using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tsunagu.Contracts.Audit.V1;
using Tsunagu.Contracts.Events.Intake;
using Tsunagu.Contracts.Grants.V1;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Tests.TestKit.Hosting;
using Tsunagu.Tests.TestKit.Messaging;
using Xunit;

namespace Tsunagu.Tests.Integration.Intake;

/// <summary>The intake service without its neighbours: what needs no resident works without the household service.</summary>
public sealed class IntakeFixture : IAsyncLifetime
{
    TestSuite _suite = null!;
    ServiceHost _intake = null!;

    public EventTap Events { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _suite = await TestSuite.StartAsync();
        Events = await EventTap.StartAsync(_suite.Broker, typeof(ConsultationRecorded), typeof(ConsultationLinked), typeof(CaseOpened));
        // Port 9 (discard) is refused at once.
        _intake = await _suite.StartAsync("intake", ("services:household:grpc:0", "http://127.0.0.1:9"));
    }

    public async ValueTask DisposeAsync()
    {
        await Events.DisposeAsync();
        await _suite.DisposeAsync();
    }

    public Desk Desk(string role = "caseworker", string? purpose = "consultation", string? agency = null, string? staff = null) =>
        new(Client(Token(role, agency ??= $"agency-{Guid.NewGuid():N}", staff), purpose), agency);

    /// <summary>Grants on the behalf of whoever sits at a desk.</summary>
    public GrantService.GrantServiceClient Grants(Desk desk, string role = "caseworker") =>
        new(_intake.As(Token(role, desk.Agency), "consultation"));

    /// <summary>Consents on the behalf of whoever sits at a desk.</summary>
    public ConsentService.ConsentServiceClient Consents(Desk desk) => new(_intake.As(Token("caseworker", desk.Agency), "consultation"));

    /// <summary>The audit, as an auditor searches it.</summary>
    public AuditService.AuditServiceClient Audit() => new(_intake.As(Token("auditor", "audit-office"), "audit-inquiry"));

    public IntakeService.IntakeServiceClient Client(string token, string? purpose) => new(_intake.As(token, purpose));

    /// <summary>How many events of an agency were ever put into the outbox, published or not.</summary>
    public async Task<long> ToldAsync(string agency)
    {
        await using var count = _intake.Services.GetRequiredService<NpgsqlDataSource>()
            .CreateCommand("select count(*) from outbox_messages where body ->> 'AgencyId' = $1");
        count.Parameters.Add(new() { Value = agency });
        return (long)(await count.ExecuteScalarAsync())!;
    }

    string Token(string role, string agency, string? staff = null) => _suite.Issuer.ForStaff(staff ?? $"{agency}-01", agency, role);
}
