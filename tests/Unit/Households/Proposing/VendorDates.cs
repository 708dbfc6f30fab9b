namespace Tsunagu.Tests.Unit.Households.Proposing;

/// <summary>How made-up vendors write dates.</summary>
static class VendorDates
{
    /// <summary>Styles, and the values by which some vendors write that there is no date.</summary>
    public static readonly (string Style, string[] None)[] Styles =
    [
        ("yyyyMMdd", ["00000000", "99991231", "99999999"]), ("yyyy/MM/dd", ["9999/12/31", "0000/00/00"]), ("yyyy-MM-dd", ["9999-12-31", "0000-00-00"]), ("yyyy/M/d", []),
        ("Gyy.MM.dd", ["R99.12.31"]), ("Gy.M.d", []), ("Gy/M/d", []), ("Gyy/MM/dd", []), ("GyyMMdd", []), ("NyyMMdd", ["0000000", "9999999"]), ("GGy年M月d日", []), ("yyyy年M月d日", []),
        ("yyyy.MM.dd", []), ("Gyy-MM-dd", []),
    ];

    static readonly (DateOnly From, string Letter, string Name, int Digit)[] Eras =
    [
        (new(2019, 5, 1), "R", "令和", 5), (new(1989, 1, 8), "H", "平成", 4), (new(1926, 12, 25), "S", "昭和", 3), (new(1912, 7, 30), "T", "大正", 2),
    ];

    /// <summary>A day in a style; 2-digit years of an era are padded where the style pads.</summary>
    public static string Write(string style, DateOnly day)
    {
        var era = Eras.First(e => day >= e.From);
        var year = day.Year - era.From.Year + 1;
        return style switch
        {
            "yyyyMMdd" => $"{day.Year:D4}{day.Month:D2}{day.Day:D2}",
            "yyyy/MM/dd" => $"{day.Year:D4}/{day.Month:D2}/{day.Day:D2}",
            "yyyy-MM-dd" => $"{day.Year:D4}-{day.Month:D2}-{day.Day:D2}",
            "yyyy.MM.dd" => $"{day.Year:D4}.{day.Month:D2}.{day.Day:D2}",
            "yyyy/M/d" => $"{day.Year}/{day.Month}/{day.Day}",
            "yyyy年M月d日" => $"{day.Year}年{day.Month}月{day.Day}日",
            "yy/MM/dd" => $"{day.Year % 100:D2}/{day.Month:D2}/{day.Day:D2}",
            "yyyyMM" => $"{day.Year:D4}{day.Month:D2}",
            "yyyy/MM" => $"{day.Year:D4}/{day.Month:D2}",
            "Gyy.MM.dd" => $"{era.Letter}{year:D2}.{day.Month:D2}.{day.Day:D2}",
            "Gyy/MM/dd" => $"{era.Letter}{year:D2}/{day.Month:D2}/{day.Day:D2}",
            "Gyy-MM-dd" => $"{era.Letter}{year:D2}-{day.Month:D2}-{day.Day:D2}",
            "Gy.M.d" => $"{era.Letter}{year}.{day.Month}.{day.Day}",
            "Gy/M/d" => $"{era.Letter}{year}/{day.Month}/{day.Day}",
            "GyyMMdd" => $"{era.Letter}{year:D2}{day.Month:D2}{day.Day:D2}",
            "NyyMMdd" => $"{era.Digit}{year:D2}{day.Month:D2}{day.Day:D2}",
            "GGy年M月d日" => $"{era.Name}{(year == 1 ? "元" : year.ToString())}年{day.Month}月{day.Day}日",
            _ => throw new ArgumentOutOfRangeException(nameof(style), style, null),
        };
    }
}
