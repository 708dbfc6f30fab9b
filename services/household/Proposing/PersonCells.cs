using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Parsing;
using Tsunagu.Households.Rows;

namespace Tsunagu.Households.Proposing;

/// <summary>Reads what a source without a key says about a person, as people read it.</summary>
sealed class PersonCells(PersonColumns person, ColumnIndex columns)
{
    readonly DateCell? birth = person.BirthDate is { } column ? new DateCell(column, columns) : null;

    public IEnumerable<(string Name, string? Value)> Of(SourceRecord record) =>
    [
        ("person.name", Glyphs.Display(Cell(record, person.Name))),
        ("person.kana", TextFold.DisplayKana(Cell(record, person.Kana))),
        ("person.birth_date", birth is not null && birth.TryRead(record.Fields, out var date) ? date?.ToString() : null),
        ("person.sex", Cell(record, person.Sex)),
        ("person.address", Glyphs.Display(Cell(record, person.Address))),
        ("person.phone", Cell(record, person.Phone)),
    ];

    string Cell(SourceRecord record, string? column) => column is null ? "" : record.Fields[columns[column]].Trim();
}
