using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Tsunagu.Tests.StandIns.Transcoding;

/// <summary>A kept case: a request as it goes out, and either the message that it means or the refusal that it meets.</summary>
sealed record CorpusCase
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public required string Name { get; init; }

    /// <summary>Verb and target.</summary>
    public required string Request { get; init; }

    /// <summary>Content type; JSON when absent and there is a body.</summary>
    public string? Type { get; init; }

    public string? Body { get; init; }

    /// <summary>A body that is no text, as Base64.</summary>
    public byte[]? Bytes { get; init; }

    /// <summary>Full name of the type of <see cref="Message"/>; that of the shapes when absent.</summary>
    public string? Of { get; init; }

    /// <summary>The message that reaches the handler, as JSON.</summary>
    public JsonNode? Message { get; init; }

    /// <summary>HTTP status; 200 when absent.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The field that the refusal names; empty where it names none.</summary>
    public string? Field { get; init; }

    public static CorpusCase Parse(string line) => JsonSerializer.Deserialize<CorpusCase>(line, Options)!;

    public byte[] ToRequest(string headers = "")
    {
        var (verb, target) = Request.Split(' ', 2) is [var left, var right] ? (left, right) : (Request, "/");
        var body = Bytes ?? (Body is null ? null : Encoding.UTF8.GetBytes(Body));
        return RawHttp.Request(verb, target, Type ?? (body is null ? null : "application/json"), body, headers);
    }

    public override string ToString() => JsonSerializer.Serialize(this, Options);
}
