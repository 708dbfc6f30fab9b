using Npgsql;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>A service must not work with a login that row-level security does not bind.</summary>
static class LoginCheck
{
    const string Strength =
        """
        select rolsuper, rolbypassrls,
               exists (select from pg_class where relowner = r.oid),
               pg_has_role(current_user, (select datdba from pg_database where datname = current_database()), 'member')
        from pg_roles r where rolname = current_user
        """;

    /// <exception cref="BootException">The login is a superuser, bypasses row-level security or owns something.</exception>
    public static async Task RequireWeakAsync(NpgsqlDataSource runtime, CancellationToken ct)
    {
        await using var command = runtime.CreateCommand(Strength);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        string[] faults = ["is a superuser", "bypasses row-level security", "owns tables", "is a member of the database's owner"];
        var found = faults.Where((_, i) => reader.GetBoolean(i)).ToList();
        if (found.Count > 0)
            throw new BootException(
                "The service's database login is too strong for row-level security: it " + string.Join(" and ", found) + ".");
    }
}
