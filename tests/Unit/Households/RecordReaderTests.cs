using Tsunagu.Households.Parsing;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed class RecordReaderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4096)]
    public void Records_AreTheSame_HoweverTheTextArrives(int piece)
    {
        var records = Read("a,\"b\r\nc\"\r\n\r\n\"d\"\"e\",\n\rf,g", Quoting.Quoted, piece);
        Assert.Equal([(1, "a|b\r\nc"), (4, "d\"e|"), (6, "f|g")], records.Select(r => (r.Line, string.Join('|', r.Fields))));
    }

    [Fact]
    public void EveryLineEnd_CountsInsideQuotesToo()
    {
        var records = Read("\"1\r2\n3\r\n4\",x\r\ny,z", Quoting.Quoted);
        Assert.Equal([1, 5], records.Select(r => r.Line));
    }

    [Fact]
    public void BrokenQuote_CostsItsOwnLineAlone()
    {
        var records = Read("\"a\",\"b\r\n\"c\",\"d\"\r\n\"e\",\"f\"\r\n", Quoting.Quoted);
        Assert.Equal([(1, RejectReasons.QuoteUnterminated), (2, null), (3, null)], records.Select(r => (r.Line, r.Problem)));
    }

    [Fact]
    public void QuoteLeftOpenToTheEnd_CostsItsOwnLineAlone()
    {
        var records = Read("a,b\nc,\"d\ne,f\n", Quoting.Quoted);
        Assert.Equal([(1, null), (2, RejectReasons.QuoteUnterminated), (3, null)], records.Select(r => (r.Line, r.Problem)));
    }

    [Fact]
    public void Quote_WhereNothingIsQuoted_IsDataUnlessItStaysOpen()
    {
        var records = Read("a,\"b\"\nc,d\"e\nf,\"g\n", Quoting.None);
        Assert.Equal(["a|\"b\"", "c|d\"e", "f|\"g"], records.Select(r => string.Join('|', r.Fields)));
        Assert.Equal([null, null, RejectReasons.QuoteUnterminated], records.Select(r => r.Problem));
    }

    [Fact]
    public void EndlessLine_IsSetAsideInBoundedRoom()
    {
        var records = Read(new string('x', 5000) + "\na,b\n", Quoting.Quoted, piece: 64, longest: 1000);
        Assert.Equal([(1, RejectReasons.LineTooLong), (2, null)], records.Select(r => (r.Line, r.Problem)));
    }

    [Fact]
    public void EndlessQuote_IsSetAsideAndReadingGoesOn()
    {
        var records = Read("a,\"b\n" + string.Concat(Enumerable.Repeat("c,d\n", 500)), Quoting.Quoted, piece: 64, longest: 1000);
        Assert.Equal(RejectReasons.QuoteUnterminated, records[0].Problem);
        Assert.Equal(Enumerable.Range(2, 500), records.Skip(1).Select(r => r.Line));
    }

    [Fact]
    public void EndOfFileMark_IsNoRecord() => Assert.Single(Read("a,b\r\n\u001A", Quoting.Quoted));

    static List<SourceRecord> Read(string text, Quoting quoting, int piece = 16, int longest = RecordReader.LongestRecord)
    {
        var reader = new RecordReader(',', quoting, longest);
        var records = new List<SourceRecord>();
        foreach (var chars in text.Chunk(piece))
        {
            reader.Append(chars);
            while (reader.TryRead(out var record))
                records.Add(record);
        }
        reader.Complete();
        while (reader.TryRead(out var record))
            records.Add(record);
        return records;
    }
}
