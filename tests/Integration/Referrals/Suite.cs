using Grpc.Core;
using Grpc.Net.Client;
using Npgsql;
using Tsunagu.Contracts.Notifications.V1;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Hosting;

namespace Tsunagu.Tests.Integration.Referrals;

/// <summary>The referral service, replicas of the notification service, and the people who call them.</summary>
public sealed class Suite : IAsyncDisposable
{
    readonly City _city = new();
    readonly TestSuite _services;
    readonly List<GrpcChannel> _channels = [];

    Suite(TestSuite services, string referralDb, string notificationDb) =>
        (_services, ReferralDb, NotificationDb) = (services, referralDb, notificationDb);

    public string ReferralDb { get; }

    public string NotificationDb { get; }

    public string Broker => _services.Broker;

    public string Authority => _services.Issuer.Authority;

    public ServiceHost Referral { get; private set; } = null!;

    public ReferralService.ReferralServiceClient Referrals { get; private set; } = null!;

    public DirectoryService.DirectoryServiceClient Directory { get; private set; } = null!;

    public SubscriptionService.SubscriptionServiceClient Subscriptions { get; private set; } = null!;

    public Person Sender => _city.Sender;

    public Person SendersCoordinator => _city.SendersCoordinator;

    public Person Planner => _city.Planner;

    public Person Administrator => _city.Administrator;

    public Person Receiver => _city.Receiver;

    public Person Stranger => _city.Stranger;

    /// <summary>Starts the referral service; <see cref="StartNotificationAsync"/> adds the other.</summary>
    public static async Task<Suite> StartAsync()
    {
        var services = await TestSuite.StartAsync();
        var suite = new Suite(services, await TestSuite.NewDatabaseAsync("referral"), await TestSuite.NewDatabaseAsync("notification"));
        suite.Referral = await suite.StartReferralAsync(suite._city.Path);
        var channel = suite.Channel(suite.Referral);
        suite.Referrals = new(channel);
        suite.Directory = new(channel);
        suite.Subscriptions = new(channel);
        return suite;
    }

    /// <summary>Starts a replica of the referral service.</summary>
    /// <param name="sample">Folder of the sample directory it brings in.</param>
    public Task<ServiceHost> StartReferralAsync(string sample) =>
        _services.StartAsync("referral", ("ConnectionStrings:referral-db", ReferralDb), ("SampleData:Path", sample));

    /// <summary>Starts a replica of the notification service.</summary>
    public async Task<(ServiceHost Host, NotificationService.NotificationServiceClient Client)> StartNotificationAsync(
        params (string Key, string Value)[] settings)
    {
        var host = await _services.StartAsync(
            "notification", [("ConnectionStrings:notification-db", NotificationDb), .. settings]);
        return (host, new(Channel(host)));
    }

    /// <summary>Metadata of a staff member's call.</summary>
    public Metadata As(Person person, string? purpose = null)
    {
        var metadata = new Metadata { { "authorization", "Bearer " + _services.Issuer.ForStaff(person.Staff, person.Agency, person.Roles) } };
        if (purpose is not null)
            metadata.Add("tsunagu-purpose", purpose);
        return metadata;
    }

    /// <summary>Metadata of a program's call.</summary>
    public Metadata AsService(string name) => new() { { "authorization", "Bearer " + _services.Issuer.ForService(name) } };

    /// <summary>A value of the first row, read or written past the services.</summary>
    public static async Task<T> ScalarAsync<T>(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        _channels.ForEach(channel => channel.Dispose());
        await _services.DisposeAsync();
        _city.Dispose();
    }

    GrpcChannel Channel(ServiceHost host)
    {
        var channel = GrpcChannel.ForAddress(host.GrpcAddress);
        _channels.Add(channel);
        return channel;
    }
}
