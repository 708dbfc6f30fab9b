using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;

namespace Tsunagu.Households.LifeEvents;

/// <summary>Reads the table of procedures, and keeps the one last read so that it need not be parsed again.</summary>
sealed class ProcedureTables
{
    volatile Read? last;

    /// <summary>The version in force.</summary>
    public static Task<ProcedureTableVersion> InForceAsync(HouseholdDbContext db, CancellationToken ct) =>
        db.ProcedureTables.AsNoTracking().OrderByDescending(t => t.Version).FirstAsync(ct);

    /// <summary>A version by its number, or null when there is none.</summary>
    public static Task<ProcedureTableVersion?> FindAsync(HouseholdDbContext db, string version, CancellationToken ct) =>
        int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? db.ProcedureTables.AsNoTracking().SingleOrDefaultAsync(t => t.Version == number, ct)
            : Task.FromResult<ProcedureTableVersion?>(null);

    /// <summary>The table in force.</summary>
    public async Task<ProcedureTable> ReadAsync(HouseholdDbContext db, CancellationToken ct)
    {
        var version = await InForceAsync(db, ct);
        if (last is { } read && read.Version == version.Version)
            return read.Table;
        var table = ProcedureTable.Parse(version.Document);
        last = new(version.Version, table);
        return table;
    }

    sealed record Read(int Version, ProcedureTable Table);
}
