using System.Globalization;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Parsing;
using Tsunagu.Households.Rows;

namespace Tsunagu.Households.Proposing;

/// <summary>Maps the first rows of a sample as an import would.</summary>
static class Preview
{
    const int Rows = 10;

    /// <summary>At most ten rows, in file order.</summary>
    public static async Task<IReadOnlyList<PreviewRow>> OfAsync(FeedLayout layout, IReadOnlyList<SourceRecord> records, CancellationToken ct)
    {
        var scan = new FileScan(layout);
        var (map, mapper) = Mapping(layout, scan);
        using var held = mapper;
        var rows = new List<PreviewRow>();
        await foreach (var (record, reject, part) in scan.ReadAsync(records.ToAsyncEnumerable(), ct))
        {
            if (part != FilePart.Data)
                continue;
            rows.Add(reject is { } aside ? new PreviewRow(record.Line, [], aside) : map(record));
            if (rows.Count == Rows)
                break;
        }
        return rows;
    }

    static (Func<SourceRecord, PreviewRow> Map, IDisposable Mapper) Mapping(FeedLayout layout, FileScan scan)
    {
        switch (layout.Kind)
        {
            case FeedKind.Residents:
                var residents = new ResidentMapper(layout, scan.Columns, scan.Forbidden.Found);
                return (record => Of(record, residents.Map(record)), residents);
            case FeedKind.ProtectiveMeasures:
                var measures = new MeasureMapper(layout, scan.Columns, scan.Forbidden.Found);
                return (record => Of(record, measures.Map(record)), measures);
            case FeedKind.Areas:
                var areas = new AreaMapper(layout, scan.Columns, scan.Forbidden.Found);
                return (record => Of(record, areas.Map(record)), areas);
            default:
                var involvements = new InvolvementMapper(layout, scan.Columns, scan.Forbidden.Found);
                var person = layout.Person is { } columns ? new PersonCells(columns, scan.Columns) : null;
                return (record => Of(record, involvements.Map(record), person), involvements);
        }
    }

    static PreviewRow Of(SourceRecord record, (MeasureRow? Row, Reject? Reject) mapped) => mapped.Row is not { } row || mapped.Reject is not null
        ? new PreviewRow(record.Line, [], mapped.Reject)
        : new PreviewRow(record.Line, Filled(
        [
            ("key", row.Number), ("measure.companions", string.Join(' ', row.Companions)), ("measure.opponents", string.Join(' ', row.Opponents)),
            ("status", row.Category), ("start", Day(row.Start)), ("end", Day(row.End)), ("record_key", row.RecordKey.Replace('\u001F', ' ')),
        ]), null);

    static PreviewRow Of(SourceRecord record, (AreaRow? Row, Reject? Reject) mapped) => mapped.Row is not { } row
        ? new PreviewRow(record.Line, [], mapped.Reject)
        : new PreviewRow(record.Line, Filled(
        [
            ("area.town_code", row.TownCode), ("area.town", row.Town), ("area.school_district", row.SchoolDistrict), ("area.care_area", row.CareArea),
            ("area.district", row.District),
        ]), null);

    static PreviewRow Of(SourceRecord record, (InvolvementRow? Row, Reject? Reject) mapped, PersonCells? person) => mapped.Row is not { } row
        ? new PreviewRow(record.Line, [], mapped.Reject)
        : new PreviewRow(record.Line, Filled(
        [
            ("key", row.Key), ("second_key", row.SecondKey), .. person?.Of(record) ?? [], ("status", row.Status), ("detail", row.Detail),
            ("start", Day(row.Start)), ("end", Day(row.End)), ("record_key", row.RecordKey.Replace('\u001F', ' ')),
        ]), null);

    static PreviewRow Of(SourceRecord record, (ResidentRow? Row, Reject? Reject) mapped) => mapped.Row is not { } row
        ? new PreviewRow(record.Line, [], mapped.Reject)
        : new PreviewRow(record.Line, Filled(
        [
            ("key", row.Number), ("resident.household_number", row.HouseholdNumber), ("resident.name", Glyphs.Display(row.Name)), ("resident.kana", row.Kana),
            ("resident.birth_date", row.BirthDate?.ToString()), ("resident.relationship", row.Relationship), ("resident.address", Glyphs.Display(row.Address)),
        ]), null);

    static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static List<PreviewField> Filled(List<(string Name, string? Value)> fields) =>
        [.. fields.Where(f => f.Value is { Length: > 0 }).Select(f => new PreviewField(f.Name, f.Value ?? ""))];
}
