using System.IO.Pipelines;
using System.Text;
using Tsunagu.Gateway.EventStreams;
using Xunit;

namespace Tsunagu.Tests.Unit.Gateway;

public sealed class EventStreamWriterTests
{
    const string Lines = """
        {"itemId":"a","title":"受付","cursor":"1"}
        {"nested":{"cursor":"wrong"},"list":["cursor"],"cursor":"2"}

        {"cursor":""}
        """;

    const string Events = ":\n\n"
        + "id: 1\ndata: {\"itemId\":\"a\",\"title\":\"受付\",\"cursor\":\"1\"}\n\n"
        + "id: 2\ndata: {\"nested\":{\"cursor\":\"wrong\"},\"list\":[\"cursor\"],\"cursor\":\"2\"}\n\n"
        + "data: {\"cursor\":\"\"}\n\n";

    [Fact]
    public async Task SourceCutAtEveryByte_GivesTheSameEvents()
    {
        var bytes = Encoding.UTF8.GetBytes(Lines);
        for (var cut = 0; cut <= bytes.Length; cut++)
            Assert.Equal(Events, await CopyAsync("cursor", bytes[..cut], bytes[cut..]));
    }

    [Fact]
    public async Task SourceByteByByte_GivesTheSameEvents() =>
        Assert.Equal(Events, await CopyAsync("cursor", [.. Encoding.UTF8.GetBytes(Lines).Select(b => new[] { b })]));

    [Fact]
    public async Task WithoutIdField_EventsHaveNoId() =>
        Assert.Equal(":\n\ndata: {\"cursor\":\"1\"}\n\n", await CopyAsync("", "{\"cursor\":\"1\"}\n"u8.ToArray()));

    [Theory]
    [InlineData("{\"cursor\":\"a\\nid: b\"}")]
    [InlineData("{\"cursor\":\"a\\u0000\"}")]
    public async Task IdThatWouldBreakTheFrame_IsLeftOut(string line) =>
        Assert.Equal($":\n\ndata: {line}\n\n", await CopyAsync("cursor", Encoding.UTF8.GetBytes(line + "\n")));

    [Fact]
    public async Task StartOfTheStream_IsAnIdWithoutAnEvent()
    {
        var source = new Pipe();
        await source.Writer.CompleteAsync();
        using var result = new MemoryStream();

        await new EventStreamWriter("cursor", "41", TimeSpan.FromMinutes(1), TimeProvider.System)
            .CopyAsync(source.Reader, PipeWriter.Create(result), TestContext.Current.CancellationToken);

        Assert.Equal(":\n\nid: 41\n\n", Encoding.UTF8.GetString(result.ToArray()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    public async Task StatusAtTheEnd_IsAProblemEvent(string end)
    {
        var text = await CopyAsync("cursor", Encoding.UTF8.GetBytes("{\"cursor\":\"1\"}\n{\"code\":14,\"message\":\"gone\",\"details\":[]}" + end));

        Assert.Contains("id: 1\ndata: {\"cursor\":\"1\"}\n\nevent: problem\ndata: {\"type\"", text, StringComparison.Ordinal);
        Assert.Contains("\"code\":\"SERVICE_UNAVAILABLE\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SilentSource_IsFilledWithComments()
    {
        var source = new Pipe();
        var destination = new Pipe();
        var copy = new EventStreamWriter("", "", TimeSpan.FromMilliseconds(20), TimeProvider.System)
            .CopyAsync(source.Reader, destination.Writer, TestContext.Current.CancellationToken);

        var seen = await destination.Reader.ReadAtLeastAsync(3 * ":\n\n".Length, TestContext.Current.CancellationToken);
        Assert.StartsWith(":\n\n:\n\n:\n\n", Encoding.UTF8.GetString(seen.Buffer), StringComparison.Ordinal);

        await source.Writer.CompleteAsync();
        await copy;
    }

    [Fact]
    public async Task BrokenSource_IsNotTakenForItsEnd()
    {
        var source = new Pipe();
        await source.Writer.CompleteAsync(new IOException());

        await Assert.ThrowsAsync<IOException>(() => Writer("").CopyAsync(source.Reader, new Pipe().Writer, TestContext.Current.CancellationToken));
    }

    static EventStreamWriter Writer(string idField) => new(idField, "", TimeSpan.FromMinutes(1), TimeProvider.System);

    static async Task<string> CopyAsync(string idField, params byte[][] pieces)
    {
        var source = new Pipe();
        using var result = new MemoryStream();
        var copy = Writer(idField).CopyAsync(source.Reader, PipeWriter.Create(result), TestContext.Current.CancellationToken);
        foreach (var piece in pieces)
            await source.Writer.WriteAsync(piece, TestContext.Current.CancellationToken);
        await source.Writer.CompleteAsync();
        await copy;
        return Encoding.UTF8.GetString(result.ToArray());
    }
}
