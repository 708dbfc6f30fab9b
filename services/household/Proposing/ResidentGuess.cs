using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;

namespace Tsunagu.Households.Proposing;

/// <summary>Knows the resident register by its columns.</summary>
static class ResidentGuess
{
    /// <summary>The register's columns, or null when the file is none. Kana, sex and birth date are in many files; 続柄 and 状態 beside them are not.</summary>
    public static ResidentColumns? Of(SampleTable table, SampleColumn? key, IReadOnlyList<DateFind> dates)
    {
        var birth = dates.FirstOrDefault(d => HeaderWords.IsBirth(d.Column.Header));
        var household = table.Columns.FirstOrDefault(c => HeaderWords.IsHousehold(c.Header));
        var name = Named(table, c => HeaderWords.IsPersonName(c) && !c.Has("ローマ", "通称", "旧", "英字"));
        var kana = Named(table, c => HeaderWords.IsKana(c) && !c.Has("通称", "旧", "住所", "方書"));
        var sex = Named(table, c => c.Has("性別"));
        var relationship = Named(table, c => c.Has("続柄") && !c.Has("コード", "CD"));
        var codes = table.Columns.Where(c => c.Header.Has("続柄コード", "続柄CD")).ToList();
        var status = Named(table, c => c.Has("住民状態", "住民区分", "現存区分", "異動区分", "状態区分", "住民票状態", "在籍")) ?? Named(table, c => c.Has("状態"));
        relationship ??= codes.FirstOrDefault();
        if (birth is null || household is null || name is null || kana is null || sex is null || status is null || key is null || relationship is null)
            return null;
        return new ResidentColumns
        {
            HouseholdNumber = household.Name,
            Status = status.Name,
            StatusCodes = StatusCodes(status),
            Name = name.Name,
            Kana = kana.Name,
            FormerFamilyName = Named(table, c => c.Has("旧氏") && !HeaderWords.IsKana(c))?.Name,
            Alias = Named(table, c => c.Has("通称") && !HeaderWords.IsKana(c))?.Name,
            AliasKana = Named(table, c => c.Has("通称") && HeaderWords.IsKana(c))?.Name,
            RomanName = Named(table, c => c.Has("ローマ", "英字", "アルファベット"))?.Name,
            Sex = sex.Name,
            SexCodes = PersonGuess.SexCodes(sex),
            BirthDate = birth.ToColumn(),
            RelationshipCodes = [.. codes.Select(c => c.Name)],
            Relationship = relationship.Name,
            Position = Named(table, c => c.Has("記載順", "並び順", "世帯内順", "構成員番号", "世帯員番号"))?.Name ?? key.Name,
            PostalCode = Named(table, c => c.Has("郵便"))?.Name,
            TownCode = Named(table, c => c.Has("町字コード", "町丁コード", "大字コード", "住所コード"))?.Name,
            Address = Address(table),
            Building = Named(table, c => c.Has("方書", "建物"))?.Name,
            Nationality = Named(table, c => c.Has("国籍"))?.Name,
            Phone = Named(table, c => c.Has("電話"))?.Name,
            ChangedOn = dates.FirstOrDefault(d => d.Column.Header.Has("異動") && d != birth)?.ToColumn(),
        };
    }

    static List<string> Address(SampleTable table)
    {
        var parts = table.Columns.Where(c => c.Header is "町字" or "大字" or "字" or "町丁目" or "町名" or "小字" or "番地" || c.Header.Has("番地号", "番地枝番", "町字名")).ToList();
        return [.. (parts.Count > 0 ? parts : table.Columns.Where(c => c.Header.Has("住所") && !c.Header.Has("前", "転", "コード", "CD")).Take(1)).Select(c => c.Name)];
    }

    static Dictionary<string, ResidentStatus> StatusCodes(SampleColumn column) =>
        column.Raw.Select(c => c.Trim()).Where(c => c.Length > 0).Distinct().Select(c => (Code: c, Status: StatusOf(c)))
            .Where(c => c.Status is not null)
            .ToDictionary(c => c.Code, c => c.Status ?? default);

    static ResidentStatus? StatusOf(string value) => CellShapes.Fold(value) switch
    {
        "1" or "01" => ResidentStatus.Current,
        "2" or "02" => ResidentStatus.MovedOut,
        "3" or "03" => ResidentStatus.Deceased,
        "9" or "09" => ResidentStatus.Removed,
        var label when label.Has("現", "在住") => ResidentStatus.Current,
        var label when label.Has("転出") => ResidentStatus.MovedOut,
        var label when label.Has("死亡") => ResidentStatus.Deceased,
        var label when label.Has("消除", "除票", "職権") => ResidentStatus.Removed,
        _ => null,
    };

    static SampleColumn? Named(SampleTable table, Predicate<string> named) => table.Columns.FirstOrDefault(c => c.Header.Length > 0 && named(c.Header));
}
