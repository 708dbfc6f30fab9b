using System.Text.RegularExpressions;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;

namespace Tsunagu.Households.Proposing;

/// <summary>Finds the columns that say who a record is about.</summary>
static partial class PersonGuess
{
    const double Most = 0.8;
    const int Longest = 100;

    /// <summary>The person of a record, or null when no column names one.</summary>
    public static PersonColumns? Of(SampleTable table, IReadOnlyList<DateFind> dates, IReadOnlySet<int> forbidden)
    {
        var columns = table.Columns.Where(c => !forbidden.Contains(c.Index) && dates.All(d => d.Column != c)).ToList();
        var kana = Kana(columns);
        var name = Name(columns, kana);
        var sex = columns.FirstOrDefault(c => IsSex(c));
        var person = new PersonColumns
        {
            Kana = kana?.Name,
            Name = name?.Name,
            BirthDate = Birth(dates)?.ToColumn(),
            Sex = sex?.Name,
            SexCodes = sex is null ? new Dictionary<string, Sex>() : SexCodes(sex),
            Address = Own(columns, c => c.Header.Has("住所", "居所", "所在地", "JUSHO", "ADDRESS"), LooksLikeAddress)?.Name,
            Phone = Own(columns, c => c.Header.Has("電話", "TEL", "PHONE", "携帯", "連絡先"), LooksLikePhone)?.Name,
        };
        return person.Kana is null && person.Name is null && person.BirthDate is null ? null : person;
    }

    /// <summary>生年月日: named so, or without headers the dates that reach back a lifetime and are never blank.</summary>
    public static DateFind? Birth(IReadOnlyList<DateFind> dates) =>
        dates.Where(d => HeaderWords.IsBirth(d.Column.Header)).OrderBy(d => HeaderWords.IsOther(d.Column.Header)).FirstOrDefault()
        ?? dates.Where(d => d.Column.Header.Length == 0 && d.Seen && LooksLikeBirths(d)).FirstOrDefault();

    /// <summary>True for a family name and a given name.</summary>
    public static bool LooksLikeNames(SampleColumn column) => column.Shape == CellShape.Text && column.Variety >= 0.3 && Share(column, v => FullName().IsMatch(v)) >= Most;

    /// <summary>The codes of 性別 that are in use; 1 and 2 mean the same everywhere.</summary>
    public static IReadOnlyDictionary<string, Sex> SexCodes(SampleColumn column) => column.Raw.Select(c => c.Trim())
        .Where(c => c.Length > 0)
        .Distinct()
        .Select(c => (Code: c, Sex: SexOf(CellShapes.Fold(c))))
        .Where(c => c.Sex != Sex.Unrecorded)
        .ToDictionary(c => c.Code, c => c.Sex);

    /// <summary>True for few values, all of them words or codes of 性別.</summary>
    public static bool IsSex(SampleColumn column) => column.Filled > 0 && !HeaderWords.IsOther(column.Header)
        && (column.Header.Has("性別", "SEIBETSU", "SEX", "GENDER") ? column.Values.Count <= 4 : column.Header.Length == 0 && column.Values.Keys.All(v => v is "男" or "女" or "男性" or "女性"));

    static Sex SexOf(string value) => value.ToUpperInvariant() switch
    {
        "1" or "01" or "男" or "男性" or "M" => Sex.Male,
        "2" or "02" or "女" or "女性" or "F" => Sex.Female,
        _ => Sex.Unrecorded,
    };

    static SampleColumn? Kana(List<SampleColumn> columns) =>
        columns.Where(c => HeaderWords.IsKana(c.Header) && c.Shape is CellShape.Kana or CellShape.Text or CellShape.Blank)
            .Where(c => HeaderWords.IsKana(c.Header) && !c.Header.Has("通称", "施設", "事業所", "住所", "方書"))
            .OrderBy(c => HeaderWords.IsOther(c.Header)).ThenBy(c => c.Header.Has("児童", "子")).FirstOrDefault()
        ?? columns.FirstOrDefault(c => c.Header.Length == 0 && c.Shape == CellShape.Kana && c.Variety >= 0.3 && Share(c, v => v.Length >= 3) >= Most);

    static SampleColumn? Name(List<SampleColumn> columns, SampleColumn? kana) =>
        columns.Where(c => HeaderWords.IsPersonName(c.Header) && c != kana && !c.Header.Has("担当", "職員", "通称", "ローマ", "旧氏"))
            .OrderBy(c => HeaderWords.IsOther(c.Header)).FirstOrDefault()
        ?? columns.FirstOrDefault(c => c.Header.Length == 0 && c != kana && LooksLikeNames(c));

    static SampleColumn? Own(List<SampleColumn> columns, Func<SampleColumn, bool> named, Func<SampleColumn, bool> looks) =>
        columns.Where(c => named(c) && !c.Header.Has("施設", "事業所", "機関", "学校", "前", "転出", "勤務")).OrderBy(c => HeaderWords.IsOther(c.Header)).FirstOrDefault(c => !HeaderWords.IsOther(c.Header))
        ?? columns.FirstOrDefault(c => c.Header.Length == 0 && looks(c));

    static bool LooksLikeAddress(SampleColumn column) => column.Shape == CellShape.Text && Share(column, v => Address().IsMatch(v)) >= Most;

    static bool LooksLikePhone(SampleColumn column) => Share(column, v => Phone().IsMatch(v)) >= Most;

    /// <summary>True for dates that reach back a lifetime and are never blank.</summary>
    public static bool LooksLikeBirths(DateFind date)
    {
        var years = date.Dates.OfType<PartialDate>().Select(d => d.Year).ToList();
        var filled = date.Dates.Count(d => d is not null);
        return filled >= date.Dates.Count * 0.95 && filled >= 5 && date.Column.Variety >= 0.2 && years.Max() - years.Min() >= 15;
    }

    static double Share(SampleColumn column, Func<string, bool> holds)
    {
        var filled = column.Values.Sum(v => v.Value);
        return filled == 0 ? 0 : (double)column.Values.Where(v => v.Key.Length <= Longest && holds(v.Key)).Sum(v => v.Value) / filled;
    }

    [GeneratedRegex(@"^[\p{L}〓\uE000-\uE757]{1,6} [\p{L}〓\uE000-\uE757 ]{1,20}$")]
    private static partial Regex FullName();

    [GeneratedRegex("[0-9一二三四五六七八九十](丁目|番|号|-[0-9])")]
    private static partial Regex Address();

    [GeneratedRegex(@"^0[0-9]{1,4}[-(]?[0-9]{1,4}[-)]?[0-9]{3,4}$")]
    private static partial Regex Phone();
}
