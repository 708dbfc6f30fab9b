using Npgsql;
using Xunit;

namespace Tsunagu.Tests.Integration.ServiceDefaults.Probe;

/// <summary>Acts that nobody did, for a log of some length.</summary>
static class MadeUpActs
{
    /// <summary>Puts them where the acts of calls wait to be sealed, as the service's login.</summary>
    public static async Task AddAsync(Servers servers, int count)
    {
        await using var database = NpgsqlDataSource.Create(servers.ServiceLogin);
        await using var command = database.CreateCommand(
            """
            insert into audit_pending (id, at, staff, agency, outcome, subjects, body)
            select id, now(), 'made-up', 'tax', 'OK', '{}', json_build_object('id', id, 'at', now(), 'service', 'probe', 'method', '/tsunagu.probe/MadeUp',
              'staff', 'made-up', 'agency', 'tax', 'purpose', '', 'bases', '[]'::json, 'outcome', 'OK', 'subjects', '[]'::json)::text
            from (select gen_random_uuid() as id from generate_series(1, $1)) made
            """);
        command.Parameters.Add(new() { Value = count });
        Assert.Equal(count, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }
}
