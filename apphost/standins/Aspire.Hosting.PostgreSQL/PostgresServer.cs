using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Processes;
using Aspire.Hosting.Servers;

namespace Aspire.Hosting.PostgreSQL;

/// <summary>Starts PostgreSQL.</summary>
sealed class PostgresServer(PostgresServerResource server) : ServerKind
{
    static readonly ServiceUser User = new("postgres");

    // The data of a run that is thrown away need not survive a crash of the machine.
    static readonly string[] NotDurable = ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"];

    public override string Product => "PostgreSQL";

    public override string DebianPackage => "postgresql";

    public override string DefaultUserName => PostgresServerResource.DefaultUserName;

    public override int ContainerPort => 5432;

    public override string ContainerDataPath => "/var/lib/postgresql/data";

    // SIGINT is the fast shutdown: it does not wait for clients to leave.
    public override string StopSignal => "INT";

    public override ValueTask<string?> PasswordAsync(CancellationToken cancellationToken) => server.PasswordParameter.GetValueAsync(cancellationToken);

    public override ValueTask<string?> UserNameAsync(CancellationToken cancellationToken) => server.UserNameParameter?.GetValueAsync(cancellationToken) ?? default;

    public override async Task<bool> IsOnMachineAsync(CancellationToken cancellationToken) => (await PostgresBinaries.FindAsync(cancellationToken)).Count > 0;

    public override IReadOnlyDictionary<string, string> ContainerEnvironment(ServerSite site) => new Dictionary<string, string>
    {
        ["POSTGRES_USER"] = site.UserName,
        ["POSTGRES_PASSWORD"] = site.Password,
        ["POSTGRES_HOST_AUTH_METHOD"] = "scram-sha-256",
        ["POSTGRES_INITDB_ARGS"] = "--auth-host=scram-sha-256 --auth-local=scram-sha-256",
    };

    public override async Task<LaunchPlan> PrepareAsync(ServerSite site, CancellationToken cancellationToken)
    {
        var cluster = new PostgresCluster(site, User);
        var binaries = await cluster.ChooseAsync(await PostgresBinaries.FindAsync(cancellationToken), cancellationToken);
        await cluster.EnsureAsync(binaries, cancellationToken);
        // Files of the log are kept to be written over: to make one takes a tenth of a second, for which everybody waits who commits.
        string[] settings =
        [
            "-c", string.Create(CultureInfo.InvariantCulture, $"port={site.Port}"), "-c", "listen_addresses=localhost", "-c", "unix_socket_directories=",
            "-c", "max_connections=300", "-c", "shared_buffers=256MB", "-c", "max_wal_size=4GB", "-c", "min_wal_size=1GB",
        ];
        return new LaunchPlan(User.Run([binaries["postgres"], "-D", cluster.DataPath, .. settings, .. (string[])(site.IsEphemeral ? NotDurable : [])]), "/", PostgresCluster.Environment)
        {
            StopSignal = StopSignal,
            GraceSeconds = 20,
            Cleanup = site.Cleanup,
        };
    }
}
