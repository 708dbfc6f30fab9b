using System.Text;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Parsing;
using Tsunagu.Households.Proposing;
using Xunit;

namespace Tsunagu.Tests.Unit.Households.Proposing;

public sealed class FeedProposerTests
{
    static readonly DateOnly Today = new(2026, 4, 1);

    [Fact]
    public async Task RecordNumbers_InTheRangeOfADenseRegister_AreNotTheKey()
    {
        // Every record number is somebody's number; only the second column names the person of the row.
        var proposal = await ProposeAsync("x.csv", Rows(40, i => $"{1001 + i},{1001 + i * 7 % 40},カナ{"アイウエオ"[i * 7 % 40 % 5]}{i * 7 % 40},20200101"), Dense(40));
        Assert.Equal("#2", proposal.Layout?.Key?.Column);
        Assert.False(proposal.IsUnsure(FindingCodes.Key));
    }

    [Fact]
    public async Task DenseRegisterAndNobodyNamed_IsUnsure()
    {
        var proposal = await ProposeAsync("x.csv", Rows(40, i => $"{1001 + i},{1001 + i * 7 % 40},A{i % 3}"), Dense(40));
        Assert.True(proposal.IsUnsure(FindingCodes.Key));
    }

    [Fact]
    public async Task HouseholdNumber_ThatIsTheHeadsNumber_IsNotTheKey()
    {
        var proposal = await ProposeAsync("x.csv", Rows(40, i => $"{50_001 + i / 4 * 4 * 13:D15},{50_001 + i * 13:D15},{i % 7}"), Families(40));
        Assert.Equal("#2", proposal.Layout?.Key?.Column);
        Assert.Contains(proposal.Findings, f => f is { Code: FindingCodes.HouseholdNumber, Column: "#1" });
    }

    [Fact]
    public async Task NumbersOfHeadsAlone_AreNeverAConfidentKey()
    {
        var proposal = await ProposeAsync("x.csv", Rows(40, i => $"{50_001 + i / 4 * 4 * 13:D15},{i % 7},{i * 31}"), Families(40));
        Assert.True(proposal.IsUnsure(FindingCodes.Key));
    }

    [Fact]
    public async Task ForbiddenNumbers_AreDropped_AndNeverTheKey()
    {
        var proposal = await ProposeAsync("x.csv", "個人番号,宛名コード,控え\n" + Rows(20, i => $"{400_000_000_000 + i},{1001 + i},{50_000_000_000 + i}"), Dense(40));
        Assert.Equal(["個人番号", "控え"], proposal.Layout?.Forbidden);
        Assert.Equal("宛名コード", proposal.Layout?.Key?.Column);
        Assert.All(proposal.Preview.SelectMany(p => p.Fields), f => Assert.DoesNotContain("40000000", f.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RepeatedAndBlankNames_AreToldApart_AndFitTheSameFile()
    {
        var proposal = await ProposeAsync("x.csv", "宛名番号,備考,備考,,開始日\n" + Rows(20, i => $"{1001 + i},あ,い,,20250401"), Dense(40));
        Assert.Equal(["宛名番号", "備考", "備考#3", "#4", "開始日"], proposal.Layout?.File.Columns);
        Assert.Equal(10, proposal.Preview.Count(p => p.Reject is null));
    }

    [Fact]
    public async Task CheckDigitBehindTheNumber_IsSaid()
    {
        var proposal = await ProposeAsync("x.csv", "宛名番号,フリガナ\n" + Rows(30, i => $"{50_001 + i * 13}-{i % 10},カナ{i}"), Families(40));
        Assert.Equal("宛名番号", proposal.Layout?.Key?.Column);
        Assert.True(proposal.IsUnsure(FindingCodes.KeyForm));
    }

    [Fact]
    public async Task FileWithoutKey_HasThePersonInstead()
    {
        var proposal = await ProposeAsync("mimamori_20260401.csv", "整理番号,フリガナ,生年月日,住所,電話番号,開始日\n" + Rows(20, i => $"社{i},ヤマダ　ハナ,S{20 + i}.1.5,浜町１丁目{i}番,03-1234-56{i:D2},R5.4.1"), Dense(40));
        Assert.Equal((null, "フリガナ", "生年月日", "住所", "電話番号"), (
            proposal.Layout?.Key, proposal.Layout?.Person?.Kana, proposal.Layout?.Person?.BirthDate?.Column, proposal.Layout?.Person?.Address, proposal.Layout?.Person?.Phone));
        Assert.Equal("mimamori", proposal.Layout?.FeedId);
        Assert.Contains(proposal.Preview[0].Fields, f => f is { Name: "person.birth_date", Value: "1945-01-05" });
    }

    [Fact]
    public async Task ListOfMeasures_IsKnownByWhomAndAgainstWhom()
    {
        var proposal = await ProposeAsync(
            "list.csv", "住民番号,措置開始日,措置終了日,種別,加害者住民番号,併せて支援住民番号\n" + Rows(20, i => $"{1001 + i},R7.4.{i + 1},R8.3.{i + 1},DV,{1030 + i % 5},{1021 + i};{1022 + i}"), Dense(40));
        Assert.Equal((FeedKind.ProtectiveMeasures, "住民番号", null), (proposal.Layout?.Kind, proposal.Layout?.Key?.Column, proposal.Layout?.SecondKey));
        Assert.Equal(["加害者住民番号"], proposal.Layout?.Measure?.Opponents);
        Assert.Equal(["併せて支援住民番号"], proposal.Layout?.Measure?.Companions);
        Assert.Equal(["住民番号", "措置開始日"], proposal.Layout?.RecordKey);
        Assert.Empty(LayoutCheck.Problems(proposal.Layout!));
        Assert.Contains(proposal.Preview[0].Fields, f => f is { Name: "measure.companions", Value: "000000000001021 000000000001022" });
    }

    [Fact]
    public async Task ListOfTowns_IsKnownByItsDistricts()
    {
        var proposal = await ProposeAsync("towns.csv", "町丁コード,町丁名,通学区\n" + Rows(20, i => $"{100 + i},浜町{i}丁目,第{i % 3}小学校"), Dense(40));
        Assert.Equal((FeedKind.Areas, "町丁コード", "通学区", "町丁名"), (
            proposal.Layout?.Kind, proposal.Layout?.Area?.TownCode, proposal.Layout?.Area?.SchoolDistrict, proposal.Layout?.Area?.Town));
        Assert.Empty(LayoutCheck.Problems(proposal.Layout!));
        Assert.Contains(proposal.Preview[0].Fields, f => f is { Name: "area.school_district", Value: "第0小学校" });
    }

    [Fact]
    public async Task LineBreaksInQuotes_DoNotConfuseTheColumns()
    {
        var proposal = await ProposeAsync("x.csv", "宛名番号,備考,開始日\r\n" + Rows(20, i => $"{1001 + i},\"一行目, 続き\r\n二行目 \"\"急\"\"\",20250401"), Dense(40));
        Assert.Equal((',', 3, Quoting.Quoted), (proposal.Layout?.File.Delimiter, proposal.Layout?.File.Columns.Count, proposal.Layout?.File.Quoting));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n\r\n")]
    [InlineData("宛名番号,氏名\r\n")]
    public async Task FileWithoutRows_HasNoLayout_AndSaysWhy(string text)
    {
        var proposal = await ProposeAsync("x.csv", text, Dense(1));
        Assert.True(proposal.Layout is null ? proposal.IsUnsure(FindingCodes.Rows) : proposal.IsUnsure(FindingCodes.Header));
    }

    [Theory]
    [InlineData("\0\0\0\0,\0\0")]
    [InlineData("\"never closed,1\n2,3\n\"again")]
    [InlineData("=cmd|' /C calc'!A0,1\n=1+1,2\n")]
    [InlineData("a\uFEFFb,c\r1,2\n3,4\r\n")]
    public async Task HostileText_IsAnswered(string text) => Assert.NotEmpty((await ProposeAsync("x.csv", text, Dense(1))).Findings);

    [Fact]
    public async Task OneLineOfMegabytes_IsAnswered()
    {
        var proposal = await ProposeAsync("x.csv", new string('x', 3 << 20), Dense(1));
        Assert.True(proposal.IsUnsure(FindingCodes.Rows, FindingCodes.Delimiter));
    }

    [Fact]
    public async Task HeadOfALargeFile_IsKept_AndSaidToBeTheHead()
    {
        var line = Encoding.UTF8.GetBytes("000000000001001,あいうえお,20250401\n");
        var sample = await Sample.ReadAsync(Enumerable.Repeat(new ReadOnlyMemory<byte>(line), 200_000).ToAsyncEnumerable(), "x.csv", TestContext.Current.CancellationToken);
        Assert.Equal((Sample.Most, false), (sample.Head.Length, sample.Whole));
        var proposal = await FeedProposer.ProposeAsync(sample, Dense(40), Today, TestContext.Current.CancellationToken);
        Assert.Contains(proposal.Findings, f => f is { Code: FindingCodes.Sample });
        Assert.Contains(proposal.Findings, f => f is { Code: FindingCodes.Trailer, Certainty: Certainty.Open });
    }

    static Task<Proposal> ProposeAsync(string name, string text, RegisterLookup register) =>
        FeedProposer.ProposeAsync(new Sample(Encoding.UTF8.GetBytes(text), true, name), register, Today, TestContext.Current.CancellationToken);

    static string Rows(int count, Func<int, string> row) => string.Concat(Enumerable.Range(0, count).Select(i => row(i) + "\n"));

    /// <summary>Everybody from 1001 on, each alone.</summary>
    static RegisterLookup Dense(int count) => SampleCity.Answer(Enumerable.Range(0, count).ToDictionary(
        i => $"{1001 + i:D15}", i => new RegisterEntry($"{900_000 + i:D15}", "", $"カナ{"アイウエオ"[i % 5]}{i}", new PartialDate(1950, 1, 1))));

    /// <summary>Families of four; the household has the number of its head.</summary>
    static RegisterLookup Families(int count) => SampleCity.Answer(Enumerable.Range(0, count).ToDictionary(
        i => $"{50_001 + i * 13:D15}", i => new RegisterEntry($"{50_001 + i / 4 * 4 * 13:D15}", "", $"カナ{i}", null)));
}
