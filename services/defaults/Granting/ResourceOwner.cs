using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Granting;

/// <summary>Asks a record of any kind for its owner.</summary>
static class ResourceOwner
{
    /// <summary>
    /// Owner of a record of the caller's agency, held against a transfer until the transaction ends. A record that a grant shows to the caller
    /// is told from one out of reach.
    /// </summary>
    /// <exception cref="Refusal">RESOURCE_NOT_FOUND, GRANT_NOT_OWNER.</exception>
    public static async Task<AgencyId> RequireOwnAsync(
        ServiceDbContext db, GrantableResource kind, Guid id, Caller caller, DirectorySnapshot directory, DateTimeOffset now, CancellationToken ct)
    {
        if (await HoldAsync(db, kind, id, ct) is { } owner && owner == caller.Agency)
            return owner;
        var shown = await (await db.OpenToAsync(caller, directory, now, ct))
            .AnyAsync(grant => grant.ResourceKind == kind.Kind && grant.ResourceId == id, ct);
        throw shown ? GrantErrors.NotOwner() : GrantErrors.ResourceNotFound();
    }

    /// <summary>Owner of a record within the reach of the transaction's session, held against a transfer until the transaction ends; or null.</summary>
    public static Task<AgencyId?> HoldAsync(ServiceDbContext db, GrantableResource kind, Guid id, CancellationToken ct) =>
        FindAsync(db, kind, id, "for share", ct);

    /// <summary>Owner of a record within the reach of the transaction's session, or null.</summary>
    public static Task<AgencyId?> FindAsync(ServiceDbContext db, GrantableResource kind, Guid id, CancellationToken ct) =>
        FindAsync(db, kind, id, "", ct);

    /// <summary>Agencies that a record is addressed to.</summary>
    public static async Task<IReadOnlyList<AgencyId>> ReceiversAsync(ServiceDbContext db, GrantableResource kind, Guid id, CancellationToken ct)
    {
        if (kind.Receivers is not { } query)
            return [];
        await using var command = Sql.Command(db, query, id);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var receivers = new List<AgencyId>();
        while (await reader.ReadAsync(ct))
            receivers.Add(new(reader.GetString(0)));
        return receivers;
    }

    /// <summary>Consultation and case that a record names.</summary>
    public static async Task<ConsentOrigin> OriginAsync(ServiceDbContext db, GrantableResource kind, Guid id, CancellationToken ct)
    {
        await using var command = Sql.Command(db, kind.About, id);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? new(Id(reader, 0), Id(reader, 1)) : default;

        static Guid? Id(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);
    }

    // Table and column are constants of the service's declaration.
    static async Task<AgencyId?> FindAsync(ServiceDbContext db, GrantableResource kind, Guid id, string locking, CancellationToken ct)
    {
        await using var command = Sql.Command(db, $"select {kind.Owner} from {kind.Table} where id = $1 {locking}", id);
        return await command.ExecuteScalarAsync(ct) is string owner ? new AgencyId(owner) : null;
    }
}
