using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Parsing;

namespace Tsunagu.Households.Rows;

/// <summary>Maps the rows of a list of towns.</summary>
sealed class AreaMapper(FeedLayout layout, ColumnIndex columns, IReadOnlySet<int> forbidden) : IRowMapper<AreaRow>
{
    readonly AreaColumns area = layout.Area ?? throw new InvalidDataException("areas need area");
    readonly RowHash hash = new(RowReading.Of(layout));

    /// <inheritdoc />
    public (AreaRow? Row, Reject? Reject) Map(SourceRecord record)
    {
        // As the register has it: a glyph that cannot be shown tells towns apart all the same.
        var town = TownCode.Of(record.Fields[columns[area.TownCode]]);
        if (town.Length is 0 or > LongValues.LongestKey)
            return (null, new Reject(record.Line, area.TownCode, town.Length == 0 ? RejectReasons.KeyMissing : RejectReasons.ValueTooLong));
        var district = Cell(record, area.SchoolDistrict);
        if (district.Length == 0)
            return (null, new Reject(record.Line, area.SchoolDistrict, RejectReasons.ValueMissing));
        return (new AreaRow
        {
            Line = record.Line,
            TownCode = town,
            Town = Cell(record, area.Town),
            SchoolDistrict = district,
            CareArea = Cell(record, area.CareArea),
            District = Cell(record, area.District),
            Hash = hash.Of(record.Fields, forbidden),
        }, null);
    }

    public void Dispose() => hash.Dispose();

    string Cell(SourceRecord record, string? column) => column is null ? "" : CellLabel.Of(record.Fields[columns[column]], codes: null);
}
