using Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Tests.Benchmarks.Imports;

/// <summary>A made-up department: a record for every so manieth resident.</summary>
/// <param name="FeedId">Its feed.</param>
/// <param name="Scheme">制度.</param>
/// <param name="Every">1: everybody.</param>
sealed record Department(string FeedId, string Scheme, int Every)
{
    public static readonly Department[] All =
    [
        new("bench_zeikubun", "課税区分", 1), new("bench_kaigo", "介護認定", 4), new("bench_jidoteate", "児童手当", 5), new("bench_hogo", "生活保護", 40),
    ];

    public static readonly string[] Columns = ["受給者番号", "宛名番号", "氏名カナ", "区分", "開始日", "終了日", "備考"];

    /// <summary>How its file is read.</summary>
    public FeedDefinition Definition => new()
    {
        FeedId = FeedId,
        Scheme = Scheme,
        Department = "福祉課",
        File = new FeedFile { Encoding = "cp932", Delimiter = ",", HeaderRows = 1, Columns = { Columns } },
        Key = new FeedKey { Column = "宛名番号", Role = "本人" },
        RecordKey = { "受給者番号" },
        Status = new FeedStatus { Column = "区分", Codes = { ["1"] = "受給中", ["2"] = "停止中" } },
        Start = new FeedDate { Column = "開始日", Style = "yyyyMMdd" },
        End = { new FeedDate { Column = "終了日", Style = "yyyyMMdd", None = { "99999999" } } },
    };
}
