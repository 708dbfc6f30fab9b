using System.Text;
using Google.Api;
using Google.Protobuf;
using Xunit;

namespace Tsunagu.Tests.StandIns.Transcoding;

public sealed class HttpBodyTests : IAsyncLifetime
{
    static readonly byte[] Picture = [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0xff, (byte)'\n'];

    DoorHost door = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => door = await DoorHost.StartAsync();

    public ValueTask DisposeAsync() => door.DisposeAsync();

    [Fact]
    public async Task WholeRequest_IsTheBodyAsItCame()
    {
        var (_, caught) = await SendAsync(RawHttp.Request("POST", "/f/turn", "image/png", Picture, Number));
        Assert.Equal(new HttpBody { ContentType = "image/png", Data = ByteString.CopyFrom(Picture) }, caught);
    }

    [Fact]
    public async Task WholeResponse_IsTheBodyAsItIs()
    {
        door.Calls.LayReady(1, new HttpBody { ContentType = "text/csv; charset=Shift_JIS", Data = ByteString.CopyFrom(Picture) });
        var (answer, _) = await SendAsync(RawHttp.Request("POST", "/f/turn", null, [], Number));
        Assert.Equal((200, "text/csv; charset=Shift_JIS"), (answer.Status, answer.ContentType));
        Assert.Equal(Picture, answer.Body);
    }

    [Fact]
    public async Task BodyOfAField_LeavesPathAndQueryTheirFields()
    {
        var (answer, caught) = await SendAsync(RawHttp.Request("PUT", "/f/files/a%2Fb", "application/json", "{ not json"u8.ToArray(), Number));
        Assert.Equal(
            new global::Tests.Shapes.V1.File { Name = "a/b", Content = new HttpBody { ContentType = "application/json", Data = ByteString.CopyFromUtf8("{ not json") } }, caught);
        Assert.StartsWith("{\"name\":\"a/b\",\"content\":{\"contentType\":\"application/json\"", Encoding.UTF8.GetString(answer.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EmptyBody_IsOneWithoutBytes()
    {
        var (_, caught) = await SendAsync(RawHttp.Request("POST", "/f/turn", null, [], Number));
        Assert.Equal(new HttpBody(), caught);
    }

    [Fact]
    public async Task PieceOfAStream_GoesOutAsItIsWithALineBreak()
    {
        door.Calls.LayReady(1, new HttpBody { ContentType = "text/plain", Data = ByteString.CopyFromUtf8("piece") });
        var (answer, _) = await SendAsync(RawHttp.Request("GET", "/f/files/a:pieces", null, null, Number));
        Assert.Equal(("text/plain", "piece\n"), (answer.ContentType, Encoding.UTF8.GetString(answer.Body)));
    }

    [Fact]
    public async Task RequestThatTheServerCannotRead_IsRefused()
    {
        await using var http = await RawHttp.ConnectAsync(door.Address, Stop);
        var chunks = Encoding.ASCII.GetBytes($"POST /t/all HTTP/1.1\r\nhost: door\r\n{Number}content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{{}}\r\nzz\r\n");
        await http.SendAsync(chunks, Stop);
        Assert.Equal(400, (await http.ReceiveAsync(Stop).WaitAsync(TimeSpan.FromSeconds(30), Stop)).Status);
    }

    static string Number => $"{CaughtCalls.Header}: 1\r\n";

    async Task<(RawAnswer Answer, IMessage? Caught)> SendAsync(byte[] request)
    {
        await using var http = await RawHttp.ConnectAsync(door.Address, Stop);
        await http.SendAsync(request, Stop);
        var answer = await http.ReceiveAsync(Stop).WaitAsync(TimeSpan.FromSeconds(30), Stop);
        return (answer, door.Calls.Take(1));
    }
}
