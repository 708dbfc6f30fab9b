using System.Text.Json;

namespace Tsunagu.Tests.StandIns.Transcoding.Reference;

/// <summary>Compares what came back with the JSON of Google.Protobuf, which writes 64-bit numbers as strings.</summary>
static class JsonComparison
{
    public static bool Same(JsonElement expected, JsonElement actual) => (expected.ValueKind, actual.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => SameFields(expected, actual),
        (JsonValueKind.Array, JsonValueKind.Array) => expected.GetArrayLength() == actual.GetArrayLength() && expected.EnumerateArray().Zip(actual.EnumerateArray()).All(pair => Same(pair.First, pair.Second)),
        (JsonValueKind.String, JsonValueKind.String) => expected.GetString() == actual.GetString(),
        (JsonValueKind.String, JsonValueKind.Number) => expected.GetString() == actual.GetRawText(),
        (JsonValueKind.Number, JsonValueKind.Number) => BitConverter.DoubleToInt64Bits(expected.GetDouble()) == BitConverter.DoubleToInt64Bits(actual.GetDouble()),
        var (one, other) => one == other,
    };

    static bool SameFields(JsonElement expected, JsonElement actual) =>
        expected.EnumerateObject().Count() == actual.EnumerateObject().Count()
        && expected.EnumerateObject().All(field => actual.TryGetProperty(field.Name, out var value) && Same(field.Value, value));
}
