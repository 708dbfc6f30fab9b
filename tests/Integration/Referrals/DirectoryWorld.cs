using Grpc.Core;
using Npgsql;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Contracts.Operations.V1;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Hosting;
using Tsunagu.Tests.TestKit.Messaging;
using Xunit;

namespace Tsunagu.Tests.Integration.Referrals;

/// <summary>
/// The referral service, which owns the directory, and intake, which knows it by the broker alone: nobody but the city's staff has standing.
/// </summary>
public sealed class DirectoryWorld : IAsyncLifetime
{
    readonly City _city = new();
    TestSuite _suite = null!;
    ServiceHost _referral = null!;
    ServiceHost _intake = null!;

    public Person Administrator => _city.Administrator;

    public Person Deputy => _city.Deputy;

    public Person Sender => _city.Sender;

    public Person Receiver => _city.Receiver;

    public string ReferralDb { get; private set; } = "";

    public string IntakeDb { get; private set; } = "";

    public Queues Queues { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _suite = await TestSuite.StartAsync(seeded: false);
        Queues = new(_suite.Broker);
        (ReferralDb, IntakeDb) = (await TestSuite.NewDatabaseAsync("referral"), await TestSuite.NewDatabaseAsync("intake"));
        await PurgeAsync();
        _referral = await _suite.StartAsync(
            "referral", ("ConnectionStrings:referral-db", ReferralDb), ("SampleData:Path", _city.Path), ("Directory:StalenessLimit", "00:15:00"));
        await StartIntakeAsync();
        foreach (var service in new[] { "referral", "intake" })
            await BecomesAsync("", service, Sender);
    }

    public async ValueTask DisposeAsync()
    {
        await _suite.DisposeAsync();
        // Nobody else is to follow this directory.
        await PurgeAsync();
        _city.Dispose();
    }

    public Task StopIntakeAsync() => _intake.DisposeAsync().AsTask();

    /// <summary>Starts intake on the data it had.</summary>
    public async Task StartIntakeAsync() => _intake = await _suite.StartAsync(
        "intake", ("ConnectionStrings:intake-db", IntakeDb), ("services:household:grpc:0", "http://127.0.0.1:9"), ("Directory:StalenessLimit", "00:15:00"));

    public DirectoryService.DirectoryServiceClient Directory(Person person) => new(_referral.As(TokenOf(person)));

    public SharingRulesService.SharingRulesServiceClient Sharing(Person person) => new(_referral.As(TokenOf(person)));

    public ReferralService.ReferralServiceClient Referrals(Person person) => new(_referral.As(TokenOf(person), "referral"));

    /// <summary>Intake, called with a purpose.</summary>
    public CallInvoker Intake(Person person) => _intake.As(TokenOf(person), "consultation");

    /// <summary>The directory's service, asked by a program.</summary>
    public DirectoryService.DirectoryServiceClient DirectoryByProgram() => new(_referral.As(_suite.Issuer.ForService("operations")));

    public OperationsService.OperationsServiceClient IntakeOperations(Person person) => new(_intake.As(TokenOf(person)));

    public OperationsService.OperationsServiceClient IntakeOperationsByProgram() => new(_intake.As(_suite.Issuer.ForService("operations")));

    /// <summary>Waits until a call of somebody ends with a code; none when it is answered.</summary>
    public async Task BecomesAsync(string code, string service, Person person) =>
        Assert.Equal(code, await Eventually.GetAsync(() => CodeAsync(service, person), seen => seen == code));

    /// <summary>The code by which a call of somebody is refused; none when it is answered.</summary>
    public async Task<string> CodeAsync(string service, Person person)
    {
        try
        {
            if (service == "intake")
                await new IntakeService.IntakeServiceClient(_intake.As(TokenOf(person))).ListConsultationsAsync(new());
            else
                await new ReferralService.ReferralServiceClient(_referral.As(TokenOf(person))).ListReferralsAsync(new());
            return "";
        }
        catch (RpcException e)
        {
            return RefusedCall.Of(e).Code;
        }
    }

    /// <summary>Writes past a service what cannot be brought about through it within a test.</summary>
    public static async Task ExecuteAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    string TokenOf(Person person) => _suite.Issuer.ForStranger(person.Staff, person.Agency, person.Roles);

    async Task PurgeAsync()
    {
        foreach (var service in ServiceArea.All)
            await Queues.PurgeAsync(DirectoryEndpoint.Of(service));
    }
}
