using Tsunagu.Intake.Domain;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Intake.V1;

namespace Tsunagu.Intake;

/// <summary>The stated person and the visitor, in the limits that the contract gives.</summary>
static class PersonWire
{
    public static StatedPerson Parse(Wire.StatedPerson? person) => person is null ? StatedPerson.Unstated : new(
        Optional(person.Name, "person.name", 100),
        Optional(person.Kana, "person.kana", 100),
        FieldParser.ChoiceOrNull<StatedSex>((int)person.Sex, "person.sex"),
        ParseBirthDate(person.BirthDate),
        person.HasApproximateAge ? ParseAge(person.ApproximateAge) : null,
        Optional(person.Address, "person.address", 300),
        Optional(person.Phone, "person.phone", 50),
        Optional(person.Email, "person.email", 254));

    public static Visitor Parse(Wire.Visitor? visitor) => visitor is null ? Visitor.None : new(
        Optional(visitor.Name, "visitor.name", 100),
        Optional(visitor.Relationship, "visitor.relationship", 50),
        Optional(visitor.Phone, "visitor.phone", 50));

    public static Wire.StatedPerson? ToWire(StatedPerson person)
    {
        if (person == StatedPerson.Unstated) return null;
        var stated = new Wire.StatedPerson
        {
            Name = person.Name ?? "",
            Kana = person.Kana ?? "",
            Sex = (Wire.StatedSex)(person.Sex ?? 0),
            BirthDate = person.BirthDate?.Text ?? "",
            Address = person.Address ?? "",
            Phone = person.Phone ?? "",
            Email = person.Email ?? "",
        };
        if (person.ApproximateAge is { } age) stated.ApproximateAge = age;
        return stated;
    }

    public static Wire.Visitor? ToWire(Visitor visitor) => visitor == Visitor.None ? null : new()
    {
        Name = visitor.Name ?? "",
        Relationship = visitor.Relationship ?? "",
        Phone = visitor.Phone ?? "",
    };

    /// <summary>Text, or null when nothing was stated.</summary>
    public static string? Optional(string value, string field, int max) =>
        FieldParser.Text(value, field, max, required: false) is { Length: > 0 } text ? text : null;

    static PartialDate? ParseBirthDate(string value) => value.Length == 0 ? null : PartialDate.Parse(value)
        ?? throw WireErrors.Field("person.birth_date", "生年月日はyyyy-MM-dd、yyyy-MM、yyyyのいずれかの形式で入力してください。");

    static int ParseAge(int age) => age is >= 0 and <= StatedPerson.OldestAge
        ? age
        : throw WireErrors.Field("person.approximate_age", $"年齢は0から{StatedPerson.OldestAge}までの数で入力してください。");
}
