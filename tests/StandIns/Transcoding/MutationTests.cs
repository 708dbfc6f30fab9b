using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Tsunagu.Tests.StandIns.Transcoding.Reference;
using Xunit;

namespace Tsunagu.Tests.StandIns.Transcoding;

public sealed partial class MutationTests : IAsyncLifetime
{
    const int Bodies = 20_000;
    const int Targets = 10_000;

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    static readonly IReadOnlyList<HttpForm> Forms = HttpForm.Of(DoorHost.Services);
    static readonly HttpForm[] WholeBodies = [.. Forms.Where(form => form.Body == "*" && !form.Template.Contains('{', StringComparison.Ordinal))];
    static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default.WithTypeRegistry(DoorHost.Types));
    static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true).WithTypeRegistry(DoorHost.Types));

    readonly CaseRun cases = new();
    DoorHost door = null!;

    public async ValueTask InitializeAsync() => door = await DoorHost.StartAsync();

    public ValueTask DisposeAsync() => door.DisposeAsync();

    [Fact]
    public Task SpoiledBody_IsRefusedOrMeansWhatGoogleProtobufReads() => RunAsync(Bodies, PrepareBody);

    [Fact]
    public Task SpoiledTarget_IsRefusedOrServed() => RunAsync(Targets, PrepareTarget);

    async Task RunAsync(int slice, Func<int, (byte[] Request, Func<RawAnswer, string?> Check)> prepare)
    {
        var wrong = await CaseRun.RunAsync(door.Address, CaseRun.Count(slice), prepare, TestContext.Current.CancellationToken);
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    (byte[] Request, Func<RawAnswer, string?> Check) PrepareBody(int number)
    {
        var random = cases.For(number);
        var form = WholeBodies[random.Next(2) == 0 ? 0 : random.Next(WholeBodies.Length)];
        var json = Formatter.Format(new MessageMaker(random, namedEnumsOnly: false).Make(form.Method.InputType));
        var one = Case(number, form, form.Template) with { Bytes = new Mutation(random).Body(json) };
        door.Calls.LayReady(number, form.Method.OutputType.Parser.ParseFrom(ByteString.Empty));
        return (one.ToRequest(Header(number)), answer => Check(one, answer, form.Method.InputType, door.Calls.Take(number)));
    }

    (byte[] Request, Func<RawAnswer, string?> Check) PrepareTarget(int number)
    {
        var random = cases.For(number);
        var form = Forms[random.Next(Forms.Count)];
        var rendered = new RequestRenderer(random, new MessageMaker(random, namedEnumsOnly: form.Body != "*"), DoorHost.Types).Render(form);
        var one = Case(number, form, new Mutation(random).Target(rendered.Target)) with { Body = rendered.Body };
        return (one.ToRequest(Header(number)), answer =>
        {
            door.Calls.Take(number);
            return answer.Status is 200 or 404 or 405 || (answer.Status == 400 && IsRefusal(answer)) ? null : Told(one, answer);
        }
        );
    }

    static string? Check(CorpusCase one, RawAnswer answer, MessageDescriptor type, IMessage? caught)
    {
        if (answer.Status == 400)
            return IsRefusal(answer) ? null : Told(one, answer);
        if (answer.Status != 200)
            return Told(one, answer);
        try
        {
            return Parser.Parse(Strict.GetString(one.Bytes!), type).Equals(caught) ? null : $"reached the handler as {caught}\n  {Readable(one)}";
        }
        catch (Exception exception) when (exception is InvalidProtocolBufferException or InvalidJsonException or FormatException or InvalidOperationException)
        {
            // proto3 JSON knows more than that parser: fractions and exponents in quotes, both alphabets of Base64 with and without padding;
            // an optional field twice is no choice of two; and an unknown member is passed over also beside the value of an Any.
            return QuotedNumber().IsMatch(Encoding.UTF8.GetString(one.Bytes!))
                || exception.Message.Contains("Invalid base64 data", StringComparison.Ordinal) || exception.Message.Contains(" oneof _", StringComparison.Ordinal)
                || exception.Message.Contains("after @type/value for well-known type", StringComparison.Ordinal)
                ? null
                : $"is refused by Google.Protobuf: {exception.Message}\n  {Readable(one)}";
        }
    }

    static bool IsRefusal(RawAnswer answer)
    {
        if (answer.Body.Length == 0)
            return false;
        using var json = JsonDocument.Parse(answer.Body);
        return answer.ContentType == "application/json; charset=utf-8"
            && json.RootElement.GetProperty("code").GetInt32() == 3
            && json.RootElement.GetProperty("message").GetString()!.Length > 0
            && !Encoding.UTF8.GetString(answer.Body).Contains(Mutation.Planted, StringComparison.Ordinal);
    }

    static string Told(CorpusCase one, RawAnswer answer) => $"{answer.Status} {Encoding.UTF8.GetString(answer.Body)}\n  {Readable(one)}";

    static CorpusCase Readable(CorpusCase one) => one.Bytes is null ? one : one with { Body = Encoding.UTF8.GetString(one.Bytes) };

    CorpusCase Case(int number, HttpForm form, string target) =>
        new() { Name = cases.NameOf(number), Request = $"{form.Verb} {target}", Of = form.Method.InputType.FullName };

    static string Header(int number) => string.Create(CultureInfo.InvariantCulture, $"{CaughtCalls.Header}: {number}\r\n");

    [GeneratedRegex("""
        "-?[0-9]+(\.[0-9]+|\.?[0-9]*[eE][+-]?[0-9]+)"
        """)]
    private static partial Regex QuotedNumber();
}
