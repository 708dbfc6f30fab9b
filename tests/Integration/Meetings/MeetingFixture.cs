using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tsunagu.Contracts.Events.Meetings;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Contracts.Meetings.V1;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Hosting;
using Tsunagu.Tests.TestKit.Messaging;
using Xunit;

namespace Tsunagu.Tests.Integration.Meetings;

/// <summary>The meeting service beside the intake service, which has the cases, and the referral service, which has the agencies.</summary>
public sealed class MeetingFixture : IAsyncLifetime
{
    // Port 9 (discard) is refused at once.
    const string Nobody = "http://127.0.0.1:9";

    TestSuite _suite = null!;
    ServiceHost _intake = null!;
    ServiceHost _meeting = null!;
    ServiceHost _alone = null!;

    public EventTap Events { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _suite = await TestSuite.StartAsync();
        Events = await EventTap.StartAsync(
            _suite.Broker, typeof(MeetingCalled), typeof(AgenciesInvited), typeof(DecisionRecorded), typeof(MeetingCancelled));
        _intake = await _suite.StartAsync("intake", ("services:household:grpc:0", Nobody));
        _ = await _suite.StartAsync("referral", ("SampleData:Path", Repository.PathOf("apphost/sample")));
        _alone = await _suite.StartAsync("meeting", ("services:intake:grpc:0", Nobody), ("services:referral:grpc:0", Nobody));
        _meeting = await _suite.StartAsync("meeting");
    }

    public async ValueTask DisposeAsync()
    {
        await Events.DisposeAsync();
        await _suite.DisposeAsync();
    }

    /// <summary>A convener of an agency of its own, with an open case.</summary>
    public async Task<Convener> ConvenerAsync()
    {
        var agency = $"agency-{Guid.NewGuid():N}";
        var opened = await Convener.OpenCaseAsync(new(_intake.As(Token(agency, "coordinator"))));
        // Those whom consents name are in the directory.
        foreach (var named in new[] { Convener.Council, Convener.Npo })
            _ = Token(named, "partner");
        return new(As(agency, "coordinator"), agency, opened);
    }

    /// <summary>The meeting service as a staff member of an agency sees it.</summary>
    public MeetingService.MeetingServiceClient As(string agency, string role = "caseworker", string? purpose = "meeting") =>
        new(_meeting.As(Token(agency, role), purpose));

    /// <summary>The meeting rules, as somebody of the city sees them; an administrator unless it is said otherwise.</summary>
    public MeetingRulesService.MeetingRulesServiceClient Rules(string staff, string agency = "information-systems", string role = "administrator") =>
        new(_meeting.As(_suite.Issuer.ForStaff(staff, agency, role)));

    /// <summary>From now on an agency is of a kind, such as <c>npo</c>.</summary>
    public Task DescribeAsync(string agency, string kind) => TestDirectory.Of(_suite.Issuer.Authority).DescribeAsync(agency, kind);

    /// <summary>Has the first day of a proposal pass while nobody decides about it.</summary>
    public async Task OverdueAsync(string version)
    {
        await using var update = _meeting.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(
            "select set_config('tsunagu.principal', 'test', true); "
            + $"update meeting_rules_versions set starts_on = current_date - 2 where number = {int.Parse(version, CultureInfo.InvariantCulture)}");
        _ = await update.ExecuteNonQueryAsync();
    }

    /// <summary>Consents, as a coordinator of an agency records them.</summary>
    public ConsentService.ConsentServiceClient Consents(string agency) => new(_intake.As(Token(agency, "coordinator"), "meeting"));

    /// <summary>A meeting service whose neighbours do not answer.</summary>
    public MeetingService.MeetingServiceClient Alone(string agency) => new(_alone.As(Token(agency, "coordinator"), "meeting"));

    /// <summary>How many events of a convener were ever put into the outbox, published or not.</summary>
    public async Task<long> ToldAsync(string agency)
    {
        await using var count = _meeting.Services.GetRequiredService<NpgsqlDataSource>()
            .CreateCommand("select count(*) from outbox_messages where body ->> 'ConvenerAgencyId' = $1");
        count.Parameters.Add(new() { Value = agency });
        return (long)(await count.ExecuteScalarAsync())!;
    }

    string Token(string agency, string role) => _suite.Issuer.ForStaff($"{agency}-01", agency, role);
}
