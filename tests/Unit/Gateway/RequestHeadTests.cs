using Microsoft.AspNetCore.Http;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Gateway.Calls;
using Xunit;

namespace Tsunagu.Tests.Unit.Gateway;

public sealed class RequestHeadTests
{
    [Fact]
    public void PathQueryAndHeaders_FillTheFirstMessage()
    {
        var request = Request();
        request.RouteValues["feed_id"] = "01_kaigo_nintei";
        request.Headers[RequestHead.FileNameHeader] = "%E4%BB%8B%E8%AD%B7.csv";
        request.Headers[RequestHead.RequestIdHeader] = "\"0198\"";
        request.Headers[RequestHead.DataDateHeader] = "2026-04-01";

        Assert.Equal(
            new ImportFeedRequest { FeedId = "01_kaigo_nintei", FileName = "介護.csv", RequestId = "0198", DataDate = "2026-04-01" }, Read(request));
    }

    [Theory]
    [InlineData("?request_id=a")]
    [InlineData("?requestId=a")]
    public void QueryNames_AreProtoAndJsonNames(string query)
    {
        var request = Request();
        request.QueryString = new QueryString(query);

        Assert.Equal("a", Read(request).RequestId);
    }

    [Fact]
    public void PathVariable_IsNotReplacedByTheQuery()
    {
        var request = Request();
        request.RouteValues["feed_id"] = "residents";
        request.QueryString = new QueryString("?feed_id=other&feedId=other");

        Assert.Equal("residents", Read(request).FeedId);
    }

    [Fact]
    public void Chunk_IsNeverTakenFromTheQuery()
    {
        var request = Request();
        request.QueryString = new QueryString("?chunk=QUJD");

        Assert.True(Read(request).Chunk.IsEmpty);
    }

    [Theory]
    [InlineData("?fileName=kubota.csv")]
    [InlineData("?file_name=kubota.csv")]
    public void FileName_IsNeverTakenFromTheQuery(string query)
    {
        var request = Request();
        request.QueryString = new QueryString(query);

        Assert.Equal("", Read(request).FileName);
    }

    static HttpRequest Request() => new DefaultHttpContext().Request;

    static ImportFeedRequest Read(HttpRequest request) => (ImportFeedRequest)RequestHead.Read(request, Contract.Operation("ImportFeed"));
}
