namespace Tsunagu.ServiceDefaults.Data;

/// <summary>Section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    /// <summary>
    /// <c>true</c> (default): the connection string is an administrator's; at start the service makes the owner role and its own
    /// login, migrates, and then works with the login. <c>false</c>: the connection string is the service's login and
    /// somebody else migrates; the service waits until that is done. <c>only</c>: migrate and end.
    /// </summary>
    public string Migrate { get; set; } = "true";

    /// <summary>Password of the service's login; needed unless <see cref="Migrate"/> is <c>false</c>.</summary>
    public string? ServicePassword { get; set; }

    /// <summary>How long a start waits for the database server.</summary>
    public TimeSpan StartPatience { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How many of a connection's repeated statements stay prepared on the server, which spares their planning, that of row-level security
    /// included. 0 behind a pooler that hands one connection to several clients.
    /// </summary>
    public int PreparedStatements { get; set; } = 100;

    /// <summary>
    /// So many of the connections that were needed once stay open however long nobody needs them. A new one knows neither tables nor statements yet: where few are left after
    /// quiet minutes, the next crowd waits for one new connection after the other.
    /// </summary>
    public int WarmConnections { get; set; } = 10;

    internal bool Migrates => !string.Equals(Migrate, "false", StringComparison.OrdinalIgnoreCase);

    internal bool MigratesOnly => string.Equals(Migrate, "only", StringComparison.OrdinalIgnoreCase);
}
