using Npgsql;
using NpgsqlTypes;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Linking;
using Tsunagu.Households.Parsing;
using Tsunagu.Households.Rows;

namespace Tsunagu.Households.Imports;

/// <summary>Stages a department's feed.</summary>
sealed class InvolvementStaging(FeedLayout layout, FileScan scan) : Staging("staged_involvements", Columns)
{
    const string Columns =
        "id, record_key, occurrence, key1, key2, status, ended_status, detail, start_date, end_date, hash, " +
        "person_name, person_kana, person_birth_date, person_sex, person_address, person_phone";
    const int PersonColumnCount = 6;
    const int ColumnCount = 11 + PersonColumnCount;

    // Few keys come twice; the merge numbers those.
    const int FirstOccurrence = 1;

    readonly InvolvementMapper mapper = new(layout, scan.Columns, scan.Forbidden.Found);

    public override async Task<bool> WriteAsync(
        NpgsqlBinaryImporter copy, Guid import, SourceRecord record, Reject? reject, CancellationToken ct)
    {
        InvolvementRow? row = null;
        if (reject is null)
            (row, reject) = mapper.Map(record);
        await StartAsync(copy, import, record.Line, reject, ct);
        if (row is null)
        {
            await NullsAsync(copy, ColumnCount, ct);
            return true;
        }
        await copy.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid, ct);
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
        await PersonAsync(copy, row.Person, ct);
        return false;
    }

    static async Task PersonAsync(NpgsqlBinaryImporter copy, PersonDescription? person, CancellationToken ct)
    {
        if (person is null)
        {
            await NullsAsync(copy, PersonColumnCount, ct);
            return;
        }
        await TextAsync(copy, person.Name, ct);
        await TextAsync(copy, person.Kana, ct);
        await TextAsync(copy, person.BirthDate?.ToString() ?? "", ct);
        await copy.WriteAsync((int)person.Sex, NpgsqlDbType.Integer, ct);
        await TextAsync(copy, person.Address, ct);
        await TextAsync(copy, person.Phone, ct);
    }

    public override void Dispose() => mapper.Dispose();
}
