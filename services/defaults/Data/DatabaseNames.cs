using Npgsql;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>Connection strings and roles of a service's database.</summary>
/// <param name="Service">Name of the service, such as <c>referral</c>.</param>
/// <param name="Given">Connection string as configured.</param>
/// <param name="Options">Section <c>Database</c>.</param>
sealed record DatabaseNames(string Service, string Given, DatabaseOptions Options)
{
    /// <summary>Owns every object; nobody logs in as it.</summary>
    public string OwnerRole => SqlName(Service) + "_owner";

    /// <summary>The service's login: reads and writes rows, owns nothing, cannot bypass row-level security.</summary>
    public string ServiceRole => SqlName(Service) + "_service";

    public string Database => new NpgsqlConnectionStringBuilder(Given).Database
        ?? throw new BootException($"The connection string of {Service} names no database.");

    /// <summary>The administrator's connection; unpooled, because it is used once.</summary>
    public string Administrator(string? database = null) =>
        new NpgsqlConnectionStringBuilder(Given) { Database = database ?? Database, Pooling = false, ApplicationName = Service + " start" }
            .ConnectionString;

    /// <summary>The administrator acting as the owner role from the first statement on.</summary>
    public string Owner() =>
        new NpgsqlConnectionStringBuilder(Administrator()) { Options = $"-c role={OwnerRole}" }.ConnectionString;

    /// <summary>The connection the service works with.</summary>
    public string Runtime()
    {
        var builder = new NpgsqlConnectionStringBuilder(Given) { ApplicationName = Service, MaxAutoPrepare = Options.PreparedStatements };
        builder.MinPoolSize = Math.Min(Options.WarmConnections, builder.MaxPoolSize);
        if (Options.Migrates)
        {
            builder.Username = ServiceRole;
            builder.Password = Password;
        }

        return builder.ConnectionString;
    }

    public string Password => Options.ServicePassword
        ?? throw new BootException($"Database:ServicePassword is not set: it becomes the password of {ServiceRole}.");

    static string SqlName(string service) => service.Replace('-', '_');
}
