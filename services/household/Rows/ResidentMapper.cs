using System.Globalization;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Parsing;

namespace Tsunagu.Households.Rows;

/// <summary>Maps the rows of the resident register. Nobody is set aside for a glyph, a missing sex or an unknown birth date.</summary>
sealed class ResidentMapper(FeedLayout layout, ColumnIndex columns, IReadOnlySet<int> forbidden) : IRowMapper<ResidentRow>
{
    readonly ResidentColumns resident = layout.Resident ?? throw new InvalidDataException("a register needs resident");
    readonly NumberCell key = new(layout.Key?.Column ?? throw new InvalidDataException("a register needs key"), columns);
    readonly NumberCell? household = layout.Resident is { } lives ? new NumberCell(lives.HouseholdNumber, columns) : null;
    readonly RowHash hash = new(RowReading.Of(layout));
    readonly DateCell? birth = layout.Resident is { } r ? new DateCell(r.BirthDate, columns) : null;
    readonly DateCell? changedOn = layout.Resident?.ChangedOn is { } column ? new DateCell(column, columns) : null;

    /// <inheritdoc />
    public (ResidentRow? Row, Reject? Reject) Map(SourceRecord record)
    {
        if (key.Read(record, out var number) is { } badKey)
            return (null, badKey);
        var householdNumber = "";
        if (household?.Read(record, out householdNumber) is { } badHousehold)
            return (null, badHousehold);
        if (!resident.StatusCodes.TryGetValue(Cell(record, resident.Status), out var status))
            return (null, new Reject(record.Line, resident.Status, RejectReasons.CodeUnknown));
        if (Cell(record, resident.Name).Length == 0)
            return (null, new Reject(record.Line, resident.Name, RejectReasons.ValueMissing));
        if (birth is not null && !birth.TryRead(record.Fields, out _))
            return (null, new Reject(record.Line, birth.Column, RejectReasons.DateInvalid));
        return (Read(record, number, householdNumber, status), null);
    }

    public void Dispose() => hash.Dispose();

    ResidentRow Read(SourceRecord record, string number, string householdNumber, ResidentStatus status) => new()
    {
        Line = record.Line,
        Number = number,
        HouseholdNumber = householdNumber,
        Status = status,
        Name = Cell(record, resident.Name),
        Kana = TextFold.DisplayKana(Cell(record, resident.Kana)),
        FormerFamilyName = Cell(record, resident.FormerFamilyName),
        Alias = Cell(record, resident.Alias),
        AliasKana = TextFold.DisplayKana(Cell(record, resident.AliasKana)),
        RomanName = Cell(record, resident.RomanName),
        Sex = resident.SexCodes.GetValueOrDefault(Cell(record, resident.Sex)),
        BirthDate = Date(birth, record),
        RelationshipCodes = [.. resident.RelationshipCodes.Select(c => Cell(record, c)).Where(c => c.Length > 0)],
        Relationship = Cell(record, resident.Relationship),
        Position = int.TryParse(Cell(record, resident.Position), NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : 0,
        PostalCode = Cell(record, resident.PostalCode),
        TownCode = Cell(record, resident.TownCode),
        Address = Address(record),
        Phone = Cell(record, resident.Phone),
        Nationality = Cell(record, resident.Nationality),
        ChangedOn = Date(changedOn, record)?.Assumed,
        Hash = hash.Of(record.Fields, forbidden),
    };

    string Address(SourceRecord record)
    {
        var street = string.Concat(resident.Address.Select(c => Cell(record, c)));
        var building = Cell(record, resident.Building);
        return building.Length == 0 ? street : $"{street}　{building}";
    }

    static PartialDate? Date(DateCell? cell, SourceRecord record) =>
        cell is not null && cell.TryRead(record.Fields, out var date) ? date : null;

    string Cell(SourceRecord record, string? column) => column is null ? "" : record.Fields[columns[column]].Trim();
}
