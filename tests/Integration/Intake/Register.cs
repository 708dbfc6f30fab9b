using System.Text;
using Google.Protobuf;
using Tsunagu.Contracts.Households.V1;
using Xunit;

namespace Tsunagu.Tests.Integration.Intake;

/// <summary>A register of three residents, filled the way a city fills it: by the import of a file.</summary>
static class Register
{
    static readonly string[] Columns =
    [
        "宛名番号", "世帯番号", "住民種別", "住民状態", "異動年月日", "異動年月日不詳フラグ", "異動事由", "氏名", "氏名カナ", "旧氏", "通称", "通称カナ", "氏名ローマ字",
        "性別", "生年月日", "生年月日不詳フラグ", "続柄コード1", "続柄コード2", "続柄コード3", "続柄コード4", "続柄", "記載順位", "郵便番号", "町字コード", "町字",
        "番地号表記", "方書", "転入前住所", "転出先住所", "国籍コード", "電話番号",
    ];

    static readonly string[] Numbers = ["101", "102", "103"];

    static readonly string[] Rows =
    [
        Row("000000000000101", "000000000009001", "山野　一郎", "ﾔﾏﾉ ｲﾁﾛｳ", "02", "世帯主"),
        Row("000000000000102", "000000000009001", "山野　春子", "ﾔﾏﾉ ﾊﾙｺ", "12", "妻"),
        Row("000000000000103", "000000000009002", "海野　二郎", "ｳﾐﾉ ｼﾞﾛｳ", "02", "世帯主"),
    ];

    public static async Task<IReadOnlyList<Resident>> FillAsync(
        HouseholdService.HouseholdServiceClient administrator, HouseholdService.HouseholdServiceClient worker)
    {
        using var upload = administrator.ImportFeed();
        await upload.RequestStream.WriteAsync(new() { FeedId = "residents", RequestId = Desk.NewId(), FileName = "residents.csv" });
        await upload.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFrom(File()) });
        await upload.RequestStream.CompleteAsync();
        var import = await upload;
        Assert.Equal((ImportState.Applied, 3), (import.State, import.GoodRows));

        var found = await Task.WhenAll(Numbers.Select(number => worker.SearchResidentsAsync(new() { ResidentNumber = number }).ResponseAsync));
        return [.. found.Select(answer => Assert.Single(answer.Matches).Resident)];
    }

    /// <summary>The file of the register.</summary>
    public static byte[] File() => CodePagesEncodingProvider.Instance.GetEncoding(932)!.GetBytes(
        string.Concat(Rows.Prepend(Line(Columns)).Select(line => line + "\r\n")));

    static string Row(string number, string household, string name, string kana, string relationshipCode, string relationship) => Line(
    [
        number, household, "1", "1", "2010-04-01", "0", "転入", name, kana, "", "", "", "", "1", "1960-01-01", "0",
        relationshipCode, "", "", "", relationship, "1", "999-9921", "0012003", "野分町３丁目", "1番1号", "", "", "", "", "",
    ]);

    static string Line(IEnumerable<string> fields) => string.Join(',', fields.Select(field => $"\"{field}\""));
}
