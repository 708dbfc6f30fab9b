using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Tsunagu.Gateway.Problems;

/// <summary>JSON form of a problem, with Japanese text as it is.</summary>
[JsonSerializable(typeof(Problem))]
sealed partial class ProblemJson : JsonSerializerContext
{
    /// <summary>The context all writers use.</summary>
    public static ProblemJson Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
