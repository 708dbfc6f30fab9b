using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.ServiceDefaults.Parking;

/// <summary>Notes numbers that an endpoint went past, and those of them that come late.</summary>
static class SequenceGaps
{
    const string Note =
        "insert into sequence_gaps (endpoint, aggregate_id, first, last, arrived, noticed_at) values ($1, $2, $3, $4, 0, now())";

    const string Fill =
        "update sequence_gaps set arrived = arrived + 1, closed_at = case when arrived = last - first then now() end " +
        "where endpoint = $1 and aggregate_id = $2 and $3 between first and last";

    /// <summary>Compares an event with the position before it, in the transaction that takes it in.</summary>
    /// <returns>True when numbers were gone past.</returns>
    public static async Task<bool> NoteAsync(ServiceDbContext db, string endpoint, Guid aggregate, long before, long sequence, CancellationToken ct)
    {
        if (sequence == before + 1)
            return false;
        await using var command = sequence > before
            ? Sql.Command(db, Note, endpoint, aggregate, before + 1, sequence - 1)
            : Sql.Command(db, Fill, endpoint, aggregate, sequence);
        await command.ExecuteNonQueryAsync(ct);
        return sequence > before;
    }
}
