using Tsunagu.Households.Layouts;

namespace Tsunagu.Households.Proposing;

/// <summary>Knows the lists that are no records about residents, by their columns.</summary>
static class ListGuess
{
    /// <summary>Columns of a list of protective measures; null when the file is none, or when it is not known whom its rows protect.</summary>
    public static MeasureColumns? Measures(FileReading file, KeyFind keys)
    {
        if (keys.Key is not { } key)
            return null;
        var others = file.Table.Columns.Where(c => c != key.Column).ToList();
        var opponents = others.Where(c => c.Header.Has("相手方", "加害者") && HeaderWords.IsKey(c.Header)).ToList();
        var companions = others.Where(c => c.Header.Has("併せて", "あわせて", "同伴者", "併支援") && HeaderWords.IsKey(c.Header)).ToList();
        var named = HeaderText.Fold(file.Sample.FileName).Has("支援措置", "PROTECTIVEMEASURE", "SHIENSOCHI");
        return named || (opponents.Count > 0 && companions.Count > 0)
            ? new MeasureColumns { Opponents = [.. opponents.Select(c => c.Name)], Companions = [.. companions.Select(c => c.Name)] }
            : null;
    }

    /// <summary>Columns of a list of towns; null when the file tells of people or of days.</summary>
    public static AreaColumns? Areas(SampleTable table, KeyFind keys, IReadOnlyList<DateFind> dates)
    {
        if (keys.Key is not null || dates.Count > 0 || table.Columns.Any(c => HeaderWords.IsKana(c.Header) || HeaderWords.IsPersonName(c.Header)))
            return null;
        var district = table.Columns.FirstOrDefault(c => c.Header.Has("小学校区", "小学区", "通学区")) ?? table.Columns.FirstOrDefault(c => c.Header.Ends("校区", "学区"));
        var code = table.Columns.FirstOrDefault(c => c.Header.Has("町字", "町丁", "大字", "住所") && c.Header.Ends("コード", "CD", "番号", "ID"));
        var town = table.Columns.FirstOrDefault(c => c != code && c.Header.Has("町字", "町丁", "大字", "町名"));
        if (district is null || (code ?? town) is not { } known)
            return null;
        return new AreaColumns
        {
            TownCode = known.Name,
            SchoolDistrict = district.Name,
            Town = town?.Name,
            CareArea = table.Columns.FirstOrDefault(c => c != district && c.Header.Has("圏域"))?.Name,
            District = table.Columns.FirstOrDefault(c => c != district && c.Header is "地区" or "地区名" or "行政区")?.Name,
        };
    }
}
