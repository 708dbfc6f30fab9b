using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Api;
using Google.Protobuf;
using Tsunagu.Tests.StandIns.Transcoding.Reference;
using Xunit;

namespace Tsunagu.Tests.StandIns.Transcoding;

public sealed class GeneratedCasesTests : IAsyncLifetime
{
    const int Slice = 70_000;

    static readonly IReadOnlyList<HttpForm> Forms = HttpForm.Of(DoorHost.Services);
    static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true).WithTypeRegistry(DoorHost.Types));

    static readonly JsonFormatter Short = new(JsonFormatter.Settings.Default.WithTypeRegistry(DoorHost.Types));

    readonly CaseRun cases = new();
    DoorHost door = null!;

    public async ValueTask InitializeAsync() => door = await DoorHost.StartAsync();

    public ValueTask DisposeAsync() => door.DisposeAsync();

    [Fact]
    public async Task RenderedMessage_ReachesTheHandlerAndTheAnswerComesBack()
    {
        var wrong = await CaseRun.RunAsync(door.Address, CaseRun.Count(Slice), Prepare, TestContext.Current.CancellationToken);
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    (byte[] Request, Func<RawAnswer, string?> Check) Prepare(int number)
    {
        var random = cases.For(number);
        // The shapes have most to show; the rest is the suite's own.
        var form = Forms[random.Next(2) == 0 ? random.Next(Forms.Count) : random.Next(Forms.Count(one => one.Method.File.Package == "tests.shapes.v1"))];
        var rendered = new RequestRenderer(random, new MessageMaker(random, namedEnumsOnly: form.Body != "*"), DoorHost.Types).Render(form);
        // Every third has an answer to look at; the others are empty, to have time for more requests.
        var answer = random.Next(3) == 0 ? new MessageMaker(random, namedEnumsOnly: false).Make(form.Method.OutputType) : form.Method.OutputType.Parser.ParseFrom(ByteString.Empty);
        // It becomes a header, which not every text may.
        if (answer is HttpBody raw)
            raw.ContentType = "application/octet-stream";
        door.Calls.LayReady(number, answer);
        var one = new CorpusCase
        {
            Name = cases.NameOf(number),
            Request = $"{form.Verb} {rendered.Target}",
            Body = rendered.Body,
            Of = form.Method.InputType.FullName,
        };
        var request = one.ToRequest(string.Create(CultureInfo.InvariantCulture, $"{CaughtCalls.Header}: {number}\r\n"));
        return (request, got => Check(one, door.Calls.Take(number), rendered, answer, got));
    }

    static string? Check(CorpusCase one, IMessage? caught, RenderedRequest rendered, IMessage answer, RawAnswer got)
    {
        if (got.Status != 200)
            return $"{got.Status} {Encoding.UTF8.GetString(got.Body)}\n  {Kept(one, rendered)}";
        if (!rendered.Message.Equals(caught))
            return $"reached the handler as {caught}\n  {Kept(one, rendered)}";
        return answer.CalculateSize() == 0 || SameAnswer(rendered.Form, answer, got.Body) ? null : $"was answered with {Encoding.UTF8.GetString(got.Body)}\n  instead of {answer}";
    }

    static CorpusCase Kept(CorpusCase one, RenderedRequest rendered) => one with { Message = JsonNode.Parse(Short.Format(rendered.Message)) };

    static bool SameAnswer(HttpForm form, IMessage answer, byte[] body)
    {
        // Bytes as they are; a stream has a line end behind each message.
        if (answer is HttpBody raw)
            return body.AsSpan().SequenceEqual([.. raw.Data.Span, .. form.Method.IsServerStreaming ? "\n"u8 : []]);
        using var expected = JsonDocument.Parse(Formatter.Format(answer));
        using var actual = JsonDocument.Parse(body);
        if (form.ResponseBody.Length == 0)
            return JsonComparison.Same(expected.RootElement, actual.RootElement);
        var field = form.Method.OutputType.FindFieldByName(form.ResponseBody).JsonName;
        return expected.RootElement.TryGetProperty(field, out var part)
            ? JsonComparison.Same(part, actual.RootElement)
            : actual.RootElement.ValueKind == JsonValueKind.Null;
    }
}
