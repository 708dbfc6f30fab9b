using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Parsing;

namespace Tsunagu.Households.Rows;

/// <summary>Maps the rows of a list of towns.</summary>
sealed class AreaMapper(FeedLayout layout, ColumnIndex columns, IReadOnlySet<int> forbidden) : IDisposable
{
    readonly AreaColumns area = layout.Area ?? throw new InvalidDataException("areas need area");
    readonly RowHash hash = new(RowReading.Of(layout));

    /// <summary>Gives the row, or why it is set aside.</summary>
    public (AreaRow? Row, Reject? Reject) Map(SourceRecord record)
    {
        var town = TownCode.Of(Cell(record, area.TownCode));
        if (town.Length == 0)
            return (null, new Reject(record.Line, area.TownCode, RejectReasons.KeyMissing));
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

    string Cell(SourceRecord record, string? column) => column is null ? "" : Glyphs.Display(record.Fields[columns[column]].Trim());
}
