using System.Text.Encodings.Web;
using System.Text.Json;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>A line of an operator's copy.</summary>
/// <param name="At">When it was copied, UTC.</param>
/// <param name="Note">The signed note.</param>
sealed record CopiedCheckpoint(DateTimeOffset At, string Note)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As one line of JSON.</summary>
    public string ToLine() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads a line.</summary>
    /// <returns>Null when it is none, as what a crash left of one.</returns>
    public static Checkpoint? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<CopiedCheckpoint>(line, Json) is { Note: { } note } ? Checkpoint.Parse(note) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
