using System.Globalization;
using System.Security.Cryptography;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Processes;
using Aspire.Hosting.Running;
using Aspire.Hosting.Servers;

namespace Aspire.Hosting.RabbitMQ;

/// <summary>Starts RabbitMQ.</summary>
sealed class RabbitMQServer(RabbitMQServerResource server) : ServerKind
{
    static readonly ServiceUser User = new("rabbitmq");

    // epmd runs in the foreground and so in the process group of the server: whatever ends the one ends the other.
    const string WithPortMapper = """epmd -port "$ERL_EPMD_PORT" -address 127.0.0.1 & exec "$0" """;

    public override string Product => "RabbitMQ";

    public override string DebianPackage => "rabbitmq-server";

    public override string DefaultUserName => RabbitMQServerResource.DefaultUserName;

    public override int ContainerPort => 5672;

    public override string ContainerDataPath => "/var/lib/rabbitmq";

    public override string StopSignal => "TERM";

    public override ValueTask<string?> PasswordAsync(CancellationToken cancellationToken) => server.PasswordParameter.GetValueAsync(cancellationToken);

    public override ValueTask<string?> UserNameAsync(CancellationToken cancellationToken) => server.UserNameParameter?.GetValueAsync(cancellationToken) ?? default;

    public override Task<bool> IsOnMachineAsync(CancellationToken cancellationToken) => Task.FromResult(RabbitMQBinaries.Find() is not null);

    public override IReadOnlyDictionary<string, string> ContainerEnvironment(ServerSite site) => new Dictionary<string, string>
    {
        ["RABBITMQ_DEFAULT_USER"] = site.UserName,
        ["RABBITMQ_DEFAULT_PASS"] = site.Password,
    };

    public override async Task<LaunchPlan> PrepareAsync(ServerSite site, CancellationToken cancellationToken)
    {
        var program = RabbitMQBinaries.Find() ?? throw new DistributedApplicationException("RabbitMQ has left this machine.");
        foreach (var folder in (string[])["", "home", "data", "log"])
            await User.MakeFolderAsync(Path.Combine(site.Folder, folder), cancellationToken);
        await User.WriteAsync(Path.Combine(site.Folder, "rabbitmq.conf"), Configuration(site), cancellationToken);
        await User.WriteAsync(Path.Combine(site.Folder, "enabled_plugins"), "[].\n", cancellationToken);
        await User.WriteAsync(Path.Combine(site.Folder, "empty.conf"), "", cancellationToken);
        var cookie = Path.Combine(site.Folder, "home", ".erlang.cookie");
        if (!File.Exists(cookie))
            await User.WriteAsync(cookie, RandomNumberGenerator.GetHexString(20), cancellationToken);
        return new LaunchPlan(User.Run("sh", "-c", WithPortMapper, program), "/", Environment(site))
        {
            StopSignal = StopSignal,
            GraceSeconds = 20,
            Cleanup = site.Cleanup,
        };
    }

    // The user is created with fresh data only; the settings of fresh data are kept with it, so they never differ later.
    static string Configuration(ServerSite site) => string.Create(CultureInfo.InvariantCulture, $"""
        listeners.tcp.1 = 127.0.0.1:{site.Port}
        default_user = {site.UserName}
        default_pass = {site.Password}
        log.console = true
        log.console.level = info
        log.connection.level = warning
        log.file = false
        raft.wal_max_size_bytes = 67108864

        """);

    static Dictionary<string, string> Environment(ServerSite site) => new()
    {
        ["HOME"] = Path.Combine(site.Folder, "home"),
        ["RABBITMQ_NODENAME"] = $"{site.Name}@localhost",
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(site.Folder, "data"),
        ["RABBITMQ_MNESIA_DIR"] = Path.Combine(site.Folder, "data", "node"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(site.Folder, "log"),
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(site.Folder, "rabbitmq.conf"),
        ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(site.Folder, "empty.conf"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(site.Folder, "enabled_plugins"),
        // The start script then becomes the server instead of staying as its parent.
        ["RABBITMQ_ALLOW_INPUT"] = "true",
        ["RABBITMQ_DIST_PORT"] = Ports.Free().ToString(CultureInfo.InvariantCulture),
        // Idle schedulers must not spin: the machine belongs to the services as well.
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1} -noinput +sbwt none +sbwtdcpu none +sbwtdio none",
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["ERL_EPMD_PORT"] = Ports.Free().ToString(CultureInfo.InvariantCulture),
        // Without this the emulator leaves a port mapper of its own behind.
        ["ERL_AFLAGS"] = "-start_epmd false",
    };
}
