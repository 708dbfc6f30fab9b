using Npgsql;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>The one statement by which acts come on record.</summary>
static class AuditSql
{
    const string Insert = "insert into audit_pending (id, at, staff, agency, outcome, subjects, body) values ($1, $2, $3, $4, $5, $6, $7)";

    public static async Task AddAsync(NpgsqlConnection connection, AuditLeaf leaf, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Insert, connection)
        {
            Parameters =
            {
                new() { Value = leaf.Id }, new() { Value = leaf.At }, new() { Value = leaf.Staff }, new() { Value = leaf.Agency },
                new() { Value = leaf.Outcome }, new() { Value = leaf.Subjects.ToArray() }, new() { Value = leaf.Body() },
            },
        };
        await command.ExecuteNonQueryAsync(ct);
    }
}
