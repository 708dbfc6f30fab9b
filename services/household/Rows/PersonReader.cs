using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Linking;

namespace Tsunagu.Households.Rows;

/// <summary>Reads whom a record of a source without a key describes. Nothing of it sets a row aside: what cannot be read says nothing.</summary>
sealed class PersonReader(PersonColumns person, ColumnIndex columns)
{
    readonly DateCell? birth = person.BirthDate is { } column ? new DateCell(column, columns) : null;

    public PersonDescription Read(string[] fields) => new(
        Cell(fields, person.Name),
        TextFold.DisplayKana(Cell(fields, person.Kana)),
        birth is not null && birth.TryRead(fields, out var date) ? date : null,
        person.SexCodes.GetValueOrDefault(Cell(fields, person.Sex)),
        Cell(fields, person.Address),
        Cell(fields, person.Phone));

    string Cell(string[] fields, string? column) => column is null ? "" : fields[columns[column]].Trim();
}
