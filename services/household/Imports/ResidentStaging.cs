using Npgsql;
using NpgsqlTypes;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Rows;

namespace Tsunagu.Households.Imports;

/// <summary>Stages the resident register.</summary>
/// <param name="layout">The register's layout.</param>
/// <param name="scan">The file.</param>
/// <param name="known">Rows that need no keys, because they are as they were.</param>
sealed class ResidentStaging(FeedLayout layout, FileScan scan, KnownRows known)
    : RowStaging<ResidentRow>("staged_residents", Columns, new ResidentMapper(layout, scan.Columns, scan.Forbidden.Found))
{
    static readonly string[] Columns =
    [
        "household_id", "number", "household_number", "status", "sex", "name", "kana", "former_family_name", "alias", "alias_kana", "roman_name",
        "birth_date", "relationship_codes", "relationship", "position", "postal_code", "town_code", "address", "phone", "nationality", "changed_on",
        "search_keys", "hash",
    ];

    /// <inheritdoc />
    protected override async Task WriteAsync(NpgsqlBinaryImporter copy, ResidentRow row, CancellationToken ct)
    {
        await copy.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid, ct);
        await TextAsync(copy, row.Number, ct);
        await TextAsync(copy, row.HouseholdNumber, ct);
        await copy.WriteAsync((int)row.Status, NpgsqlDbType.Integer, ct);
        await copy.WriteAsync((int)row.Sex, NpgsqlDbType.Integer, ct);
        foreach (var text in Names(row))
            await TextAsync(copy, text, ct);
        await TextsAsync(copy, row.RelationshipCodes, ct);
        await TextAsync(copy, row.Relationship, ct);
        await copy.WriteAsync(row.Position, NpgsqlDbType.Integer, ct);
        foreach (var text in Contacts(row))
            await TextAsync(copy, text, ct);
        await DateAsync(copy, row.ChangedOn, ct);
        if (known.Contains(row.Hash))
            await copy.WriteNullAsync(ct);
        else
            await copy.WriteAsync(row.SearchKeys(), NpgsqlDbType.Array | NpgsqlDbType.Integer, ct);
        await copy.WriteAsync(row.Hash, NpgsqlDbType.Uuid, ct);
    }

    static string[] Names(ResidentRow row) =>
        [row.Name, row.Kana, row.FormerFamilyName, row.Alias, row.AliasKana, row.RomanName, row.BirthDate?.ToString() ?? ""];

    static string[] Contacts(ResidentRow row) => [row.PostalCode, row.TownCode, row.Address, row.Phone, row.Nationality];
}
