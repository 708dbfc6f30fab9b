using System.Text;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Xunit;
using All = Tests.Shapes.V1.All;

namespace Tsunagu.Tests.StandIns.Transcoding;

public sealed class CorpusTests : IAsyncLifetime
{
    static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithTypeRegistry(DoorHost.Types));

    DoorHost door = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Files => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Transcoding", "corpus")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public async ValueTask InitializeAsync() => door = await DoorHost.StartAsync();

    public ValueTask DisposeAsync() => door.DisposeAsync();

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Case_MeansItsMessageOrIsRefused(string file)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Transcoding", "corpus", file), Stop);
        var wrong = new List<string>();
        foreach (var one in lines.Where(line => line.Length > 0).Select(CorpusCase.Parse))
        {
            if (await CheckAsync(one) is { } problem)
                wrong.Add($"{one.Name}: {problem}\n  {one}");
        }
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    async Task<string?> CheckAsync(CorpusCase one)
    {
        await using var http = await RawHttp.ConnectAsync(door.Address, Stop);
        await http.SendAsync(one.ToRequest($"{CaughtCalls.Header}: 1\r\n"), Stop);
        var answer = await http.ReceiveAsync(Stop).WaitAsync(TimeSpan.FromSeconds(30), Stop);
        var caught = door.Calls.Take(1);
        if (answer.Status != one.Status)
            return $"status {answer.Status} {Encoding.UTF8.GetString(answer.Body)} {caught}";
        return one.Status == 200 ? Meaning(one, caught) : Refusal(one, answer);
    }

    static string? Meaning(CorpusCase one, IMessage? caught)
    {
        var type = DoorHost.Types.Find(one.Of ?? All.Descriptor.FullName) ?? throw new InvalidOperationException($"No type {one.Of}.");
        return one.Message is null || Parser.Parse(one.Message.ToJsonString(), type).Equals(caught) ? null : $"reached the handler as {caught}";
    }

    static string? Refusal(CorpusCase one, RawAnswer answer)
    {
        if (one.Field is null)
            return null;
        var json = JsonNode.Parse(answer.Body)!;
        var field = (string?)json["details"]!.AsArray().FirstOrDefault()?["fieldViolations"]![0]!["field"] ?? "";
        return (int)json["code"]! != 3 ? $"code {json["code"]}"
            : field != one.Field ? $"names the field '{field}'"
            : Encoding.UTF8.GetString(answer.Body).Contains("planted", StringComparison.Ordinal) ? "tells what came"
            : null;
    }
}
