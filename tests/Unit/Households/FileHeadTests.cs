using System.IO.Compression;
using System.Text;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Rows;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed class FileHeadTests
{
    const string Rows = "番号,住民,備考\r\n1,2,髙田 花子\r\n2,3,川端町\r\n";

    static readonly Encoding Cp932 = CodePagesEncodingProvider.Instance.GetEncoding(932)!;

    public static TheoryData<string, string> Pairs => new MatrixTheoryData<string, string>(
        ["cp932", "utf-8", "utf-16le", "utf-16be"], ["cp932", "utf-8", "utf-16le", "utf-16be"]);

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Encoding_IsToldByTheColumns(string agreed, string sent) =>
        Assert.Equal(new FileHead(sent, agreed != sent, Readable: true), FileHead.Of(Bytes(sent, Rows), whole: true, Layout(agreed)));

    [Fact]
    public void OtherColumnsInTheAgreedEncoding_AreNoOtherEncoding() =>
        Assert.Equal(
            new FileHead("cp932", Differs: false, Readable: true),
            FileHead.Of(Bytes("cp932", Rows.Replace("備考", "摘要", StringComparison.Ordinal)), whole: true, Layout("cp932")));

    [Fact]
    public void BytesOfNoEncoding_AreNotReadable() =>
        Assert.False(FileHead.Of([.. Enumerable.Repeat<byte>(0xFF, 100), 0, .. Enumerable.Repeat<byte>(0x81, 99)], whole: true, Layout("utf-8")).Readable);

    [Theory]
    [InlineData(CompressionLevel.SmallestSize)]
    [InlineData(CompressionLevel.NoCompression)]
    public void RenamedArchive_IsNotReadable(CompressionLevel level)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = archive.CreateEntry("export.csv", level).Open())
            entry.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5000).Select(i => $"{Rows}{i}"))));
        Assert.All((string[])["cp932", "utf-8", "utf-16le"], encoding => Assert.False(FileHead.Of(bytes.ToArray().AsSpan(0, 4000), whole: false, Layout(encoding)).Readable));
    }

    [Fact]
    public void EmptyFile_IsOfTheAgreedEncoding() =>
        Assert.Equal(new FileHead("cp932", Differs: false, Readable: true), FileHead.Of([], whole: true, Layout("cp932")));

    static byte[] Bytes(string encoding, string text) => encoding switch
    {
        "cp932" => Cp932.GetBytes(text),
        "utf-8" => Encoding.UTF8.GetBytes(text),
        "utf-16le" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
        _ => Encoding.BigEndianUnicode.GetBytes(text),
    };

    static FeedLayout Layout(string encoding) => FeedDocument.Layout(
        $$"""
        {
          "feedId": "made_up", "scheme": "見守り", "department": "見守り課",
          "file": {"encoding": "{{encoding}}", "delimiter": ",", "headerRows": 1, "columns": ["番号", "住民", "備考"]},
          "key": {"column": "住民", "role": "本人"}, "recordKey": ["番号"], "status": {"column": "備考"}
        }
        """,
        1);
}
