namespace Tsunagu.Households.Proposing;

/// <summary>Words that column names of municipal systems are made of; all in the form of <see cref="HeaderText.Fold"/>.</summary>
static class HeaderWords
{
    static readonly string[] Keys =
    [
        "宛名番号", "宛名コード", "宛名CD", "宛名NO", "宛名ID", "個人コード", "個人CD", "個人NO", "個人ID", "個人識別", "住民コード", "住民CD", "住民NO",
        "住民ID", "住民番号", "住民識別", "市民コード", "市民CD", "市民番号", "市民ID", "市民NO", "町民コード", "町民番号", "村民コード", "区民コード", "区民番号",
        "統合番号", "共通番号", "ATENA", "JUMINCD", "JUMINCODE", "JUMINNO", "JUMINID", "JUMINBANGO", "KOJINCD", "KOJINCODE", "KOJINNO", "KOJINID",
        "RESIDENTNO", "RESIDENTID", "RESIDENTNUMBER", "PERSONID", "CITIZENID",
    ];

    static readonly string[] Others =
    [
        "世帯主", "保護者", "配偶者", "相手方", "支援者", "代理人", "扶養義務", "納税義務", "連帯保証", "緊急連絡", "後見", "同居者", "届出人", "請求者", "申請者",
        "父", "母", "併せて",
    ];

    static readonly string[] Endings =
    [
        "番号", "コード", "CD", "NO", "ID", "氏名", "名", "名称", "カナ", "フリガナ", "かな", "ふりがな", "年月日", "年月", "年度", "日", "日付", "区分", "種別", "種類",
        "状態", "状況", "等級", "程度", "額", "料", "金", "数", "率", "割合", "住所", "電話", "TEL", "性別", "続柄", "理由", "事由", "備考", "期限", "内容", "結果",
        "フラグ", "FLG", "KBN", "YMD", "DATE", "NAME", "KANA", "機関", "施設", "学校", "学年", "センター", "担当", "担当者", "事業", "資格", "メモ", "級", "型", "年", "月",
        "方書", "町字", "地区", "学区", "区", "棟", "号室", "枝番", "連番", "摘要", "経路", "同意", "有無", "単価", "残高", "計画", "事項", "保険", "記号", "校区", "圏域", "校", "代", "本籍",
    ];

    /// <summary>宛名番号 under any of its names. 世帯番号 is another number.</summary>
    public static bool IsKey(string header) => header.Has(Keys) && !IsHousehold(header) && !header.Ends("氏名", "カナ", "住所", "区分", "日", "枝番");

    /// <summary>世帯番号 under any of its names; the number of the 世帯主 is a person's.</summary>
    public static bool IsHousehold(string header) =>
        header.Has("世帯番号", "世帯コード", "世帯CD", "世帯NO", "世帯ID", "世帯識別", "SETAI", "HOUSEHOLD") && !header.Has("世帯主");

    /// <summary>The person of this column is not the one whom the record is about.</summary>
    public static bool IsOther(string header) => header.Has(Others);

    /// <summary>The person of this column is a child, of whom somebody else receives something.</summary>
    public static bool IsChild(string header) => header.Has("児童", "対象児", "子ども", "こども", "生徒", "乳幼児");

    /// <summary>A number that some system gives out itself, an amount, a count: never a person's number, never a date.</summary>
    public static bool IsPlainNumber(string header) =>
        !IsKey(header) && (header.Has("番号", "コード", "金額", "電話", "郵便", "単位数", "点数", "所得", "収入", "年額", "月額", "BANGO", "TEL", "AMOUNT", "KINGAKU")
            || header.Ends("NO", "CD", "ID", "額", "料", "数", "率", "残高", "税", "割"));

    /// <summary>A column name, judged by its ending alone.</summary>
    public static bool IsName(string header) => header.Length is > 0 and <= 30 && (header.Ends(Endings) || IsKey(header));

    /// <summary>カナ of a name.</summary>
    public static bool IsKana(string header) => header.Has("カナ", "フリガナ", "かな", "ふりがな", "KANA", "ヨミ", "読み");

    /// <summary>氏名.</summary>
    public static bool IsPersonName(string header) =>
        !IsKana(header) && (header.Has("氏名", "名前", "姓名", "SHIMEI", "FULLNAME", "PERSONNAME", "宛名氏名") || header is "NAME" or "NM" or "利用者名" or "対象者名" or "受給者名" or "児童名" or "漢字");

    /// <summary>生年月日.</summary>
    public static bool IsBirth(string header) => header.Has("生年月日", "誕生", "生年", "生月日", "BIRTH", "SEINEN", "SEIYMD", "生れ", "生まれ");

    /// <summary>A date of any kind.</summary>
    public static bool IsDate(string header) =>
        IsBirth(header) || header.Has("年月日", "年月", "日付", "DATE", "YMD", "NENGAPPI", "期限", "期日", "日時")
        || (header.Ends("日", "月", "自", "至", "YM", "開始", "終了", "始期", "終期", "BI") && !header.Ends("曜日"));
}
