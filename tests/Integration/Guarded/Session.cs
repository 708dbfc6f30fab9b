using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tsunagu.Tests.TestKit.Hosting;

namespace Tsunagu.Tests.Integration.Guarded;

/// <summary>Plain statements on a service's own login, inside a session as the service sets it for each transaction.</summary>
/// <param name="Agency">Code of the agency.</param>
/// <param name="Staff">Subject of the staff member.</param>
/// <param name="Purpose">Purpose of the call.</param>
/// <param name="Principal">Name of the program.</param>
public sealed record Session(string Agency = "", string Staff = "", string Purpose = "", string Principal = "")
{
    /// <summary>The first column of every row; what the statement changed is undone.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(ServiceHost host, string sql)
    {
        await using var connection = await host.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await BeginAsync(connection);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync()) rows.Add(reader.GetFieldValue<T>(0));
        return rows;
    }

    /// <summary>Runs a statement for good.</summary>
    /// <returns>How many rows it concerned.</returns>
    public async Task<int> RunAsync(ServiceHost host, string sql)
    {
        await using var connection = await host.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await BeginAsync(connection);
        await using var command = new NpgsqlCommand(sql, connection);
        var rows = await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return rows;
    }

    async Task BeginAsync(NpgsqlConnection connection)
    {
        await using var begin = new NpgsqlCommand(
            "select set_config('tsunagu.agency', $1, true), set_config('tsunagu.staff', $2, true), " +
            "set_config('tsunagu.purpose', $3, true), set_config('tsunagu.principal', $4, true)", connection)
        {
            Parameters = { new() { Value = Agency }, new() { Value = Staff }, new() { Value = Purpose }, new() { Value = Principal } },
        };
        _ = await begin.ExecuteNonQueryAsync();
    }
}
