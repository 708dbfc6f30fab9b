using Tsunagu.Households.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households.Support;

/// <summary>Support households, wire to domain.</summary>
static class SupportParser
{
    const int LongestName = 100;
    const int LongestAddress = 200;
    const int LongestPhone = 40;
    const int LongestNote = 500;

    /// <summary>A wording whose content is whichever of the three is given.</summary>
    /// <exception cref="Refusal">FIELD_INVALID.</exception>
    public static SupportWording Wording(
        Wire.OutsidePerson? person, Wire.Membership? membership, Wire.Tie? tie, string since, string until, Wire.SupportSource? source, DateOnly today)
    {
        SupportContent content = (person, membership, tie) switch
        {
            ({ } given, _, _) => Content(given),
            (_, { } given, _) => Content(given, "membership"),
            (_, _, { } given) => Content(given),
            _ => throw WireErrors.Field("content", "outside_person、membership、tieのいずれかを指定してください。"),
        };
        return new(content, Stretch(since, until), Source(source, today));
    }

    /// <summary>A member of a support household.</summary>
    /// <param name="membership">As received.</param>
    /// <param name="field">Its field path.</param>
    public static Membership Content(Wire.Membership membership, string field) => new(
        Person(membership.Who, $"{field}.who"),
        FieldParser.Choice<Presence>((int)membership.Presence, $"{field}.presence"),
        FieldParser.Text(membership.Note, $"{field}.note", LongestNote, required: false));

    /// <summary>The days on which something is true.</summary>
    public static Stretch Stretch(string since, string until) => new(FieldParser.Date(since, "since"), FieldParser.Date(until, "until"));

    /// <summary>Where a fact is from; compulsory.</summary>
    public static SupportSource Source(Wire.SupportSource? source, DateOnly today)
    {
        if (source is null)
            throw WireErrors.Field("source", "必須項目です。");
        var learned = FieldParser.Date(source.LearnedOn, "source.learned_on");
        return new(
            FieldParser.Choice<SupportSourceKind>((int)source.Kind, "source.kind"),
            !(learned > today) ? learned : throw WireErrors.Field("source.learned_on", "今日以前の日付を指定してください。"),
            FieldParser.Text(source.Note, "source.note", LongestNote, required: false));
    }

    static OutsidePerson Content(Wire.OutsidePerson person)
    {
        const string Field = "outside_person";
        var known = new OutsidePerson(
            FieldParser.Text(person.Name, $"{Field}.name", LongestName, required: false),
            TextFold.DisplayKana(string.Concat(FieldParser.Text(person.Kana, $"{Field}.kana", LongestName, required: false).Select(TextFold.Katakana))),
            BirthDate(person.BirthDate, $"{Field}.birth_date"),
            FieldParser.ChoiceOrNull<Sex>((int)person.Sex, $"{Field}.sex") ?? Sex.Unrecorded,
            FieldParser.Text(person.Address, $"{Field}.address", LongestAddress, required: false),
            FieldParser.Text(person.Phone, $"{Field}.phone", LongestPhone, required: false),
            FieldParser.Text(person.Note, $"{Field}.note", LongestNote, required: false));
        return known is { Name: "", Kana: "", Note: "" } ? throw WireErrors.Field($"{Field}.name", "氏名、カナ、備考のいずれかを入力してください。") : known;
    }

    static Tie Content(Wire.Tie tie)
    {
        var (from, to) = (Person(tie.From, "tie.from"), Person(tie.To, "tie.to"));
        if (from == to)
            throw WireErrors.Field("tie.to", "同じ人どうしの関係は記録できません。");
        return new Tie(
            from,
            to,
            FieldParser.Choice<TieKind>((int)tie.Kind, "tie.kind"),
            FieldParser.ChoiceOrNull<TieQuality>((int)tie.Quality, "tie.quality"),
            FieldParser.Text(tie.Note, "tie.note", LongestNote, required: false)).Kept();
    }

    static PersonRef Person(Wire.SupportPersonRef? person, string field) => person switch
    {
        { PersonCase: Wire.SupportPersonRef.PersonOneofCase.ResidentId } => new(FieldParser.Uuid(person.ResidentId, $"{field}.resident_id"), Registered: true),
        { PersonCase: Wire.SupportPersonRef.PersonOneofCase.PersonId } => new(FieldParser.Uuid(person.PersonId, $"{field}.person_id"), Registered: false),
        _ => throw WireErrors.Field(field, "必須項目です。"),
    };

    static string BirthDate(string field, string path)
    {
        var text = FieldParser.Text(field, path, 10, required: false);
        if (text.Length == 0)
            return "";
        return PartialDate.Parse(text) is { } born
            ? born.ToString()
            : throw WireErrors.Field(path, "生年月日はyyyy-MM-dd、不明な部分を除いてyyyy-MMまたはyyyyの形式で入力してください。");
    }
}
