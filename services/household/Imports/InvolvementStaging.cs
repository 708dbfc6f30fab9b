using Npgsql;
using NpgsqlTypes;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Linking;
using Tsunagu.Households.Rows;

namespace Tsunagu.Households.Imports;

/// <summary>Stages a department's feed.</summary>
sealed class InvolvementStaging(FeedLayout layout, FileScan scan)
    : RowStaging<InvolvementRow>("staged_involvements", [.. Columns, .. PersonColumns], new InvolvementMapper(layout, scan.Columns, scan.Forbidden.Found))
{
    // Few keys come twice; the merge numbers those.
    const int FirstOccurrence = 1;

    static readonly string[] Columns =
        ["record_key", "occurrence", "key1", "key2", "status", "ended_status", "detail", "start_date", "end_date", "hash"];

    static readonly string[] PersonColumns =
        ["person_name", "person_kana", "person_birth_date", "person_sex", "person_address", "person_phone"];

    /// <inheritdoc />
    protected override async Task WriteAsync(NpgsqlBinaryImporter copy, InvolvementRow row, CancellationToken ct)
    {
        await TextAsync(copy, row.RecordKey, ct);
        await copy.WriteAsync(FirstOccurrence, NpgsqlDbType.Integer, ct);
        await TextAsync(copy, row.Key, ct);
        await TextAsync(copy, row.SecondKey, ct);
        await TextAsync(copy, row.Status, ct);
        await TextAsync(copy, row.EndedStatus, ct);
        await TextAsync(copy, row.Detail, ct);
        await DateAsync(copy, row.Start, ct);
        await DateAsync(copy, row.End, ct);
        await copy.WriteAsync(row.Hash, NpgsqlDbType.Uuid, ct);
        await WriteAsync(copy, row.Person, ct);
    }

    static async Task WriteAsync(NpgsqlBinaryImporter copy, PersonDescription? person, CancellationToken ct)
    {
        if (person is null)
        {
            await NullsAsync(copy, PersonColumns.Length, ct);
            return;
        }
        await TextAsync(copy, person.Name, ct);
        await TextAsync(copy, person.Kana, ct);
        await TextAsync(copy, person.BirthDate?.ToString() ?? "", ct);
        await copy.WriteAsync((int)person.Sex, NpgsqlDbType.Integer, ct);
        await TextAsync(copy, person.Address, ct);
        await TextAsync(copy, person.Phone, ct);
    }
}
