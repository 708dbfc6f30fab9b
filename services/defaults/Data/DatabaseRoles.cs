using Npgsql;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>The database, its owner role and the service's login; each step may be repeated.</summary>
static class DatabaseRoles
{
    /// <summary>Creates the database when the server has none of that name.</summary>
    public static async Task EnsureDatabaseAsync(DatabaseNames names, CancellationToken ct)
    {
        await using var server = new NpgsqlConnection(names.Administrator("postgres"));
        await server.OpenAsync(ct);
        await using var exists = new NpgsqlCommand("select exists (select from pg_database where datname = $1)", server)
        {
            Parameters = { new() { Value = names.Database } },
        };
        if (!(bool)(await exists.ExecuteScalarAsync(ct))!)
            await RunAsync(server, $"create database {Quote(names.Database)}", ct);
    }

    /// <summary>Roles, ownership and grants. Default privileges, not grants afterwards: a migration may revoke for good.</summary>
    public static async Task EnsureAsync(NpgsqlConnection administrator, DatabaseNames names, CancellationToken ct)
    {
        var (owner, service, database) = (Quote(names.OwnerRole), Quote(names.ServiceRole), Quote(names.Database));
        await EnsureRoleAsync(administrator, names.OwnerRole, "nologin", ct);
        await EnsureRoleAsync(administrator, names.ServiceRole, "login nosuperuser nocreatedb nocreaterole noreplication nobypassrls", ct);
        await EnsurePasswordAsync(administrator, names, ct);
        await RunAsync(
            administrator,
            $"""
            do $$ begin
              if not pg_has_role(current_user, '{names.OwnerRole}', 'member') then
                execute format('grant {owner} to %I', current_user);
              end if;
            end $$;
            alter database {database} owner to {owner};
            revoke all on database {database} from public;
            grant connect on database {database} to {service};
            revoke create on schema public from public;
            grant usage on schema public to {service};
            alter default privileges for role {owner} grant usage on schemas to {service};
            alter default privileges for role {owner} grant select, insert, update, delete on tables to {service};
            alter default privileges for role {owner} grant usage, select on sequences to {service};
            """,
            ct);
    }

    /// <summary>The service reads which migrations ran and never writes there; what is in the audit log stays as it is, and a grant is ended, never removed.</summary>
    public static Task GuardAsync(NpgsqlConnection administrator, DatabaseNames names, CancellationToken ct)
    {
        var service = Quote(names.ServiceRole);
        return RunAsync(
            administrator,
            $"""
            revoke insert, update, delete on "__EFMigrationsHistory" from {service};
            revoke update on audit_pending from {service};
            revoke update, delete on audit_log, audit_checkpoints, audit_nodes from {service};
            revoke delete on grants from {service};
            """,
            ct);
    }

    static async Task EnsureRoleAsync(NpgsqlConnection administrator, string role, string attribute, CancellationToken ct)
    {
        await using var exists = new NpgsqlCommand("select exists (select from pg_roles where rolname = $1)", administrator)
        {
            Parameters = { new() { Value = role } },
        };
        if (!(bool)(await exists.ExecuteScalarAsync(ct))!)
            await RunAsync(administrator, $"create role {Quote(role)} {attribute}", ct);
    }

    // Set only when it does not fit: replicas that set the same row at the same time would collide.
    static async Task EnsurePasswordAsync(NpgsqlConnection administrator, DatabaseNames names, CancellationToken ct)
    {
        try
        {
            await using var login = new NpgsqlConnection(
                new NpgsqlConnectionStringBuilder(names.Runtime()) { Pooling = false }.ConnectionString);
            await login.OpenAsync(ct);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidPassword)
        {
            await RunAsync(administrator, $"alter role {Quote(names.ServiceRole)} password '{ScramVerifier.Of(names.Password)}'", ct);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            // The password was right; the right to connect is granted next.
        }
    }

    static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
