using Tsunagu.Households.Parsing;

namespace Tsunagu.Households.Proposing;

/// <summary>What is to be said about a file before any column has a meaning.</summary>
static class FileFindings
{
    /// <summary>In the order in which staff check it.</summary>
    public static IEnumerable<Finding> Of(FileReading file)
    {
        if (!file.Sample.Whole)
            yield return new(FindingCodes.Sample, "", Certainty.Certain, $"ファイルが大きいため、先頭の{Sample.Most >> 20}MiBだけを調べました。");
        foreach (var finding in Encoding(file.Encoding).Concat(Cut(file.Cut)).Concat(Table(file)))
            yield return finding;
    }

    static IEnumerable<Finding> Encoding(EncodingGuess encoding)
    {
        var name = NameOf(encoding.Encoding);
        yield return encoding switch
        {
            { ByteOrderMark: true } => new(FindingCodes.Encoding, "", Certainty.Certain, $"文字コードは{name}です(BOMあり)。"),
            { Certainty: Certainty.Unsure, Told: false } => new(FindingCodes.Encoding, "", Certainty.Unsure, $"半角英数字だけのため文字コードを判別できません。仮に{name}とします。"),
            { Certainty: Certainty.Unsure } => new(FindingCodes.Encoding, "", Certainty.Unsure, $"文字コードがはっきりしません。{name}と思われます。確認してください。"),
            _ => new(FindingCodes.Encoding, "", encoding.Certainty, $"文字コードは{name}です。"),
        };
        if (encoding.Invalid > 0)
            yield return new(FindingCodes.BytesInvalid, "", Certainty.Certain, $"文字として読めない箇所が{encoding.Invalid}か所あります。その行は取込時に保留されます。");
    }

    static IEnumerable<Finding> Cut(CutGuess cut)
    {
        var delimiter = cut.Cutting.Delimiter switch { ',' => "カンマ", '\t' => "タブ", ';' => "セミコロン", '|' => "縦棒", var other => other.ToString() };
        yield return new(FindingCodes.Delimiter, "", cut.Delimiter, cut.Delimiter == Certainty.Unsure
            ? $"区切り文字がはっきりしません。仮に{delimiter}とします。"
            : $"区切り文字は{delimiter}、列の数は{cut.Cutting.Columns}です。");
        yield return new(FindingCodes.Newline, "", Certainty.Certain, cut.Newline == "mixed" ? "改行が混在しています。" : $"改行は{cut.Newline}です。");
        yield return new(FindingCodes.Quoting, "", cut.Quoting, cut switch
        {
            { Quotes: { Wrapped: 0, Loose: 0 } } => "引用符は見当たりません。引用符で囲まれた値が来ても読めるようにします。",
            { Cutting.Quoting: Quoting.None } => "引用符は値の一部として扱います。",
            { Quotes: var quotes } when quotes.Wrapped >= quotes.Cells * 0.9 => "すべての値が引用符で囲まれています。",
            _ => "必要な値だけが引用符で囲まれています。",
        });
    }

    static IEnumerable<Finding> Table(FileReading file)
    {
        var table = file.Table;
        yield return new(FindingCodes.Header, "", table.Header, (table.HeaderRows, table.Header) switch
        {
            (0, Certainty.Unsure) => "見出し行があるかどうか、はっきりしません。仮に見出しなしとします。",
            (var rows, Certainty.Unsure) => $"見出し行がはっきりしません。仮に{rows}行とします。",
            (0, _) => "見出し行はありません。列は#1、#2のように番号で呼びます。",
            (var rows, _) => $"見出し行は{rows}行です。",
        });
        if (table.HeaderRows > 0 && table.Names.Any(n => n.Contains('#')))
            yield return new(FindingCodes.Header, "", Certainty.Certain, "名前のない列、または同じ名前の列があります。位置を付けて区別します。");
        if (table.Trailer is not null)
            yield return new(FindingCodes.Trailer, "", table.TrailerCertainty, table.TrailerCertainty == Certainty.Unsure ? "最後の行は合計行と思われます。確認してください。" : $"最後の「{table.Trailer}」の行は合計行です。");
        else if (table.TrailerCertainty == Certainty.Open)
            yield return new(FindingCodes.Trailer, "", Certainty.Open, "ファイルの末尾は調べていません。合計行があれば、その先頭の値を入力してください。");
        else if (table.TrailerCertainty == Certainty.Unsure)
            yield return new(FindingCodes.Trailer, "", Certainty.Unsure, "最後の行は合計行と思われますが、先頭の値が毎回変わる可能性があります。");
        if (table.Misshapen > 0)
            yield return new(FindingCodes.Rows, "", Certainty.Certain, $"列の数が合わない行などが{table.Misshapen}行あります。取込時に保留されます。");
    }

    static string NameOf(string encoding) => encoding switch
    {
        "cp932" => "CP932(シフトJIS)",
        "utf-8" => "UTF-8",
        "utf-16le" => "UTF-16LE",
        "utf-16be" => "UTF-16BE",
        _ => "EUC-JP",
    };
}
