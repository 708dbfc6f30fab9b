namespace Tsunagu.Tests.Unit.Households.Proposing;

/// <summary>Makes up the columns of a vendor's export.</summary>
sealed class VendorColumns(Random random, bool quotes)
{
    static readonly DateOnly Today = new(2026, 4, 1);

    static readonly string[] KeyHeaders = ["宛名番号", "宛名CD", "住民コード", "個人コード", "宛名コード", "住民番号", "市民コード", "ATENA_NO", "JUMIN_CD", "個人ＣＤ"];
    static readonly string[] NumberHeaders = ["受給者番号", "台帳番号", "決定番号", "証番号", "整理番号", "利用者番号", "受付No", "管理番号", "被保険者番号", "DAICHO_NO"];
    static readonly string[] KanaHeaders = ["氏名カナ", "フリガナ", "カナ氏名", "氏名（カナ）", "SHIMEI_KANA", "ふりがな"];
    static readonly string[] NameHeaders = ["氏名", "漢字氏名", "対象者氏名", "お名前", "SHIMEI"];
    static readonly string[] BirthHeaders = ["生年月日", "生年月日(西暦)", "誕生日", "BIRTH_YMD", "本人生年月日"];
    static readonly string[] StartHeaders = ["開始年月日", "支給開始日", "有効期間（自）", "資格取得日", "認定年月日", "交付日", "KAISHI_YMD", "利用開始日"];
    static readonly string[] EndHeaders = ["終了年月日", "支給終了日", "有効期間（至）", "資格喪失日", "廃止年月日", "返還日", "SHURYO_YMD", "利用終了日"];
    static readonly string[] OtherDateHeaders = ["申請年月日", "決定日", "更新年月日", "次回判定日", "通知発送日", "異動日"];
    static readonly string[] Words = ["本人", "継続中", "要確認、再訪", "現地確認済", "書類不足", "母と同席", "郵送", "窓口", "電話連絡", "不在"];

    static readonly string[] OddKeyHeaders = ["本人番号", "対象者コード", "利用者ID", "管理No", "PERSON", "台帳個人番"];
    static readonly string[] Bare = ["yyyyMMdd", "NyyMMdd", "GyyMMdd", "yyyy-MM-dd", "yyyy/MM/dd"];

    readonly bool half = random.Next(2) == 0;
    string style = random.Next(40) == 0 ? "yy/MM/dd" : VendorDates.Styles[random.Next(VendorDates.Styles.Length)].Style;

    /// <summary>The columns, in the order of the file.</summary>
    /// <param name="keyed">True when the file has 宛名番号.</param>
    /// <param name="ascii">True when it has nothing beyond ASCII.</param>
    public List<VendorColumn> Make(bool keyed, bool ascii)
    {
        if (ascii)
            return Ascii();
        var columns = new List<VendorColumn> { Number() };
        var double_ = keyed && random.Next(8) == 0;
        if (keyed)
            columns.Add(Key(double_ ? "受給者" : ""));
        if (!keyed || random.Next(10) < 7)
            columns.Add(Kana(double_ ? "受給者" : ""));
        if (double_)
            columns.AddRange([SecondKey(), SecondKana(), SecondBirth()]);
        if (random.Next(2) == 0 && !double_)
            columns.Add(new() { Header = Pick(NameHeaders), Cell = (p, _, _) => p.Name });
        if (!double_ && (!keyed || random.Next(2) == 0))
            columns.Add(Birth(!keyed));
        if (random.Next(3) == 0)
            columns.Add(new() { Header = Pick("性別", "性別コード"), Cell = (p, _, _) => p.Sex.ToString() });
        if (!keyed || random.Next(5) == 0)
            columns.Add(new() { Header = Pick("住所", "現住所"), Cell = (p, _, _) => p.Address });
        if (!keyed || random.Next(6) == 0)
            columns.Add(new() { Header = Pick("電話番号", "連絡先電話"), Cell = (p, _, n) => n % 4 == 0 ? "" : p.Phone });
        columns.Add(Start());
        if (random.Next(5) > 0)
            columns.Add(End());
        if (random.Next(3) == 0)
            columns.Add(OtherDate());
        AddNoise(columns);
        if (random.Next(12) == 0)
            columns.AddRange([new() { Header = "摘要", Cell = (_, _, n) => n % 4 == 0 ? "済" : "" }, new() { Header = "摘要", Cell = (_, _, n) => n % 6 == 0 ? "要" : "" }]);
        // Vendors put their own number in front, or the columns in any order.
        return random.Next(2) == 0 ? columns : [.. columns.OrderBy(_ => random.Next())];
    }

    List<VendorColumn> Ascii()
    {
        style = Bare[random.Next(Bare.Length)];
        return
        [
            new() { Header = "DAICHO_NO", Cell = (_, _, n) => $"{n * 48_271 % 900_000 + 100_000}" },
            new() { Header = "ATENA_NO", Role = VendorRole.Key, Cell = (p, _, _) => p.Number },
            new() { Header = "BIRTH_YMD", Style = style, Cell = (p, _, _) => VendorDates.Write(style, p.Birth) },
            new() { Header = "KAISHI_YMD", Style = style, Cell = (_, _, n) => VendorDates.Write(style, DayOf(n)) },
            new() { Header = "KBN", Cell = (_, _, n) => $"{n % 3 + 1}" },
        ];
    }

    void AddNoise(List<VendorColumn> columns)
    {
        Func<VendorColumn>[] noises =
        [
            () => new() { Header = Pick("世帯番号", "世帯コード", "SETAI_NO"), Cell = (p, _, _) => p.Household },
            () => Coded(Pick("資格区分", "状態区分", "等級", "判定", "利用状況"), 4), () => Coded(Pick("事由コード", "異動事由", "地区"), 7),
            () => Amount(), () => Amount(), () => new() { Header = Pick("回数", "人数", "日数"), Cell = (_, _, _) => random.Next(1, 31).ToString() },
            () => new() { Header = Pick("備考", "特記事項", "メモ"), Cell = (_, _, n) => n % 3 == 0 ? Pick(Words) : "" },
            () => new() { Header = Pick("事業所番号", "機関コード"), Cell = (_, _, n) => $"99{n * 7919 % 80_000_000 + 10_000_000}" },
            () => new() { Header = Pick("施設名", "学校名", "医療機関"), Cell = (_, _, n) => $"{"朝夕星月"[n % 4]}{Pick("丘", "浜", "見")}{Pick("園", "学校", "医院")}" },
            () => new() { Header = "郵便番号", Cell = (_, _, n) => $"{330 + n % 20}{n * 37 % 9000 + 1000}" },
            () => new() { Header = Pick("予備", "FILLER"), Cell = (_, _, _) => "" },
            () => new() { Header = Pick("個人番号", "マイナンバー"), Role = VendorRole.Forbidden, Cell = (_, _, n) => $"{400_000_000_000 + n * 104_729_711L % 500_000_000_000}" },
            () => new() { Header = "住民票コード", Role = VendorRole.Forbidden, Cell = (_, _, n) => $"{20_000_000_000 + n * 7_301_237_893L % 70_000_000_000}" },
            () => new() { Header = "相談内容", Cell = (_, _, n) => n % 4 == 0 ? Text(n) : Pick(Words) },
            () => new() { Header = Pick("更新日時", "処理日時"), Cell = (_, _, n) => $"2026/03/{n % 28 + 1:D2} {n % 12 + 8:D2}:{n % 60:D2}:00" },
            () => new() { Header = Pick("抽出日", "作成年月日"), Style = style, Cell = (_, _, _) => VendorDates.Write(style, new DateOnly(2026, 3, 31)) },
            () => new() { Header = Pick("金融機関コード", "口座種別"), Cell = (_, _, n) => $"{n % 9 + 1:D4}" },
            () => new() { Header = "職員番号", Cell = (_, _, n) => $"{n % 60 + 1000}" },
        ];
        columns.AddRange(noises.OrderBy(_ => random.Next()).Take(random.Next(1, 7)).Select(make => make()).DistinctBy(c => c.Header));
    }

    VendorColumn Key(string owner)
    {
        var form = random.Next(10);
        return new()
        {
            Header = owner.Length > 0 ? owner + Pick("宛名番号", "住民コード") : random.Next(12) == 0 ? Pick(OddKeyHeaders) : Pick(KeyHeaders),
            Role = VendorRole.Key,
            Cell = (p, _, _) => form switch
            {
                < 6 => p.Number,
                < 9 => p.Number.TrimStart('0'),
                _ => string.Concat(p.Number.Select(c => (char)(c - '0' + '０'))),
            },
        };
    }

    VendorColumn SecondKey() => new() { Header = Pick("児童宛名番号", "対象児住民コード"), Role = VendorRole.SecondKey, Cell = (_, s, _) => s.Number };

    /// <summary>Some systems count from where the register counts.</summary>
    VendorColumn Number()
    {
        var (from, kind) = (random.Next(1000, 1500), random.Next(4));
        return new()
        {
            Header = Pick(NumberHeaders),
            Cell = (_, _, n) => kind switch { 0 => $"{from + n}", 1 => $"{n * 48_271 % 900_000 + 100_000}", 2 => $"第{n + 17}号", _ => $"A{n * 31 % 100_000:D5}" },
        };
    }

    VendorColumn Kana(string owner)
    {
        var header = owner + Pick(KanaHeaders);
        return new() { Header = header, Cell = (p, _, n) => n % 40 == 39 ? "" : KanaOf(p) };
    }

    VendorColumn SecondKana() => new() { Header = "児童" + Pick("氏名カナ", "カナ"), Cell = (_, s, _) => KanaOf(s) };

    VendorColumn SecondBirth() => new() { Header = "児童生年月日", Style = style, Cell = (_, s, _) => VendorDates.Write(style, s.Birth) };

    string KanaOf(VendorPerson person) => half ? VendorKana.Half(person.Kana).Replace('　', ' ') : person.Kana;

    VendorColumn Birth(bool byHand)
    {
        if (byHand && random.Next(2) == 0)
        {
            string[] styles = ["Gy.M.d", "GGy年M月d日", "yyyy/M/d", "NyyMMdd"];
            return new() { Header = Pick(BirthHeaders), Style = "mixed", Cell = (p, _, n) => VendorDates.Write(styles[n * 7 % 4], p.Birth) };
        }
        var own = random.Next(4) == 0 ? VendorDates.Styles[random.Next(VendorDates.Styles.Length)].Style : style;
        return new() { Header = Pick(BirthHeaders), Style = own, Cell = (p, _, _) => VendorDates.Write(own, p.Birth) };
    }

    VendorColumn Start()
    {
        if (random.Next(12) == 0)
        {
            var month = random.Next(2) == 0 ? "yyyyMM" : "yyyy/MM";
            return new() { Header = Pick("提供年月", "サービス提供年月", "対象年月"), Style = month, Cell = (_, _, n) => VendorDates.Write(month, Today.AddMonths(-1 - n % 14)) };
        }
        return new() { Header = Pick(StartHeaders), Style = style, Cell = (_, _, n) => VendorDates.Write(style, DayOf(n)) };
    }

    VendorColumn End()
    {
        var all = VendorDates.Styles.FirstOrDefault(s => s.Style == style).None ?? [];
        var none = all.Length > 0 && random.Next(2) == 0 ? Pick(all) : "";
        var share = random.Next(1, 10);
        return new()
        {
            Header = Pick(EndHeaders),
            Style = style,
            None = none,
            Cell = (_, _, n) => n * 7 % 10 < share ? none : VendorDates.Write(style, DayOf(n).AddDays(30 + n * 13 % 900)),
        };
    }

    VendorColumn OtherDate()
    {
        var own = random.Next(6) == 0 ? VendorDates.Styles[random.Next(VendorDates.Styles.Length)].Style : style;
        return new() { Header = Pick(OtherDateHeaders), Style = own, Cell = (_, _, n) => n % 5 == 4 ? "" : VendorDates.Write(own, DayOf(n).AddDays(-n % 50)) };
    }

    VendorColumn Coded(string header, int values)
    {
        var label = random.Next(2) == 0;
        return new() { Header = header, Cell = (_, _, n) => label ? $"区{"甲乙丙丁戊己庚"[n * 5 % values]}" : $"{n * 5 % values + 1:D2}" };
    }

    /// <summary>Plain, with separators or a unit; some lie where days in digits lie.</summary>
    VendorColumn Amount()
    {
        var kind = random.Next(5);
        return new()
        {
            Header = Pick("支給額", "月額", "本人負担額", "合計所得金額", "貸付残高", "保険料"),
            Cell = (_, _, n) => kind switch
            {
                0 => $"{n * 7919 % 900_000:N0}",
                1 => $"{n * 7919 % 90_000 + 1000}円",
                2 => $"{190_000 + n * 7919 % 20_000}",
                3 => $"{19_000_000 + n * 104_729 % 2_000_000}",
                _ => $"{3_000_000 + n * 104_729 % 2_990_000}",
            },
        };
    }

    /// <summary>Remarks that need quotes; without them, remarks in which a quote is a quote.</summary>
    string Text(int n) => quotes ? $"本人、母と来所\n「家賃, 光熱費」を{n % 9}か月滞納 \"至急\"" : $"通称\"{Pick(Words)}\"とのこと";

    static DateOnly DayOf(int n) => new DateOnly(2014, 4, 1).AddDays(n * 7919 % 4300);

    string Pick(params string[] words) => words[random.Next(words.Length)];
}
