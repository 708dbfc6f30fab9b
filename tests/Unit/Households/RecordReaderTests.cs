using System.Diagnostics;
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
    public void ByteOrderMarkBeforeARecord_IsNoPartOfIt()
    {
        var records = Read("a,b\n\uFEFF\"c,\",d\r\n\uFEFF\r\n\uFEFFe,\uFEFFf\n\uFEFF", Quoting.Quoted);
        Assert.Equal([(1, "a|b"), (2, "c,|d"), (4, "e|\uFEFFf")], records.Select(r => (r.Line, string.Join('|', r.Fields))));
    }

    [Fact]
    public void QuoteOpenedOnEveryLine_IsReadInTimeOfTheLengthAlone()
    {
        // Each line closes the quote of the line before and opens the next one, so that none of them ends: a reader that looks for the end from each takes hours.
        const int Lines = 300_000;
        var watch = Stopwatch.StartNew();
        var records = Read(string.Concat(Enumerable.Repeat("a\",\"\n", Lines)), Quoting.Quoted, piece: 1 << 15, until: () => watch.Elapsed > TimeSpan.FromMinutes(2));
        Assert.Equal(Enumerable.Range(1, Lines), records.Select(r => r.Line));
        Assert.All(records, r => Assert.Equal(RejectReasons.QuoteUnterminated, r.Problem));
    }

    [Fact]
    public void RecordsBehindManyBrokenLines_AreWhole()
    {
        var broken = string.Concat(Enumerable.Repeat("a\",\"\n", 100_000));
        var sound = string.Concat(Enumerable.Repeat("b,c\n", 5_000));
        var records = Read($"{broken}\"x\"\n{sound}d,\"e\nf\"\n", Quoting.Quoted, piece: 1 << 15, longest: 1 << 16);
        Assert.Equal("d|e\nf", string.Join('|', records[^1].Fields));
        Assert.Equal(5_000, records.Count(r => r.Fields is ["b", "c"]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AnyText_GivesTheSameRecords_HoweverItArrives(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 500; i++)
        {
            var text = new string(random.GetItems<char>("ab,,\"\"\"\r\n\n\uFEFF\0", random.Next(1, 120)));
            var whole = Read(text, Quoting.Quoted, piece: text.Length);
            foreach (var piece in new[] { 1, random.Next(2, 40) })
            {
                Assert.Equal(
                    whole.Select(r => (r.Line, r.Problem, string.Join('|', r.Fields))),
                    Read(text, Quoting.Quoted, piece).Select(r => (r.Line, r.Problem, string.Join('|', r.Fields))));
            }
        }
    }

    [Fact]
    public void CellsBeyondAnyLayout_AreNotTold() =>
        Assert.Equal([RecordCut.MostCells, 2], Read(new string(',', 100_000) + "\n\"a\",b\n", Quoting.Quoted, piece: 4096).Select(r => r.Fields.Length));

    [Fact]
    public void EndOfFileMark_IsNoRecord() => Assert.Single(Read("a,b\r\n\u001A", Quoting.Quoted));

    static List<SourceRecord> Read(string text, Quoting quoting, int piece = 16, int longest = RecordReader.LongestRecord, Func<bool>? until = null)
    {
        var reader = new RecordReader(',', quoting, longest);
        var records = new List<SourceRecord>();
        foreach (var chars in text.Chunk(piece))
        {
            reader.Append(chars);
            ReadAll();
        }
        reader.Complete();
        ReadAll();
        return records;

        void ReadAll()
        {
            while (reader.TryRead(out var record))
            {
                records.Add(record);
                if (until?.Invoke() is true)
                    throw new TimeoutException($"still reading after {records.Count} records");
            }
        }
    }
}
