using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Aspire.Dashboard.Store;
using Google.Protobuf;
using OpenTelemetry.Proto.Common.V1;

namespace Aspire.Dashboard.Otlp;

/// <summary>Bounded text from protocol values.</summary>
static class OtlpValue
{
    // Values nest; deeper ones are cut rather than followed.
    const int Depth = 8;

    static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Cut(string text, int length) => text.Length <= length ? text : string.Concat(text.AsSpan(0, length), "…");

    public static IReadOnlyList<Tag> Tags(IReadOnlyCollection<KeyValue> attributes, int most, int length) =>
        [.. attributes.Take(most).Select(a => new Tag(Cut(a.Key, Math.Min(length, 256)), Cut(Text(a.Value), length)))];

    public static string Text(AnyValue? value) =>
        value?.ValueCase == AnyValue.ValueOneofCase.StringValue ? value.StringValue : JsonText(value, Depth);

    /// <summary>Lower-case hexadecimal digits, or null unless the id has the given length and is not all zero.</summary>
    public static string? Id(ByteString id, int length) =>
        id.Length == length && id.Span.ContainsAnyExcept((byte)0) ? Convert.ToHexStringLower(id.Span) : null;

    public static long Nanos(ulong nanos) => (long)Math.Min(nanos, long.MaxValue);

    static string JsonText(AnyValue? value, int depth) => value?.ValueCase switch
    {
        AnyValue.ValueOneofCase.StringValue => JsonSerializer.Serialize(value.StringValue, Relaxed),
        AnyValue.ValueOneofCase.BoolValue => value.BoolValue ? "true" : "false",
        AnyValue.ValueOneofCase.IntValue => value.IntValue.ToString(CultureInfo.InvariantCulture),
        AnyValue.ValueOneofCase.DoubleValue => value.DoubleValue.ToString(CultureInfo.InvariantCulture),
        AnyValue.ValueOneofCase.BytesValue => value.BytesValue.ToBase64(),
        AnyValue.ValueOneofCase.ArrayValue when depth > 0 => $"[{string.Join(",", value.ArrayValue.Values.Select(v => JsonText(v, depth - 1)))}]",
        AnyValue.ValueOneofCase.KvlistValue when depth > 0 =>
            $"{{{string.Join(",", value.KvlistValue.Values.Select(v => $"{JsonSerializer.Serialize(v.Key, Relaxed)}:{JsonText(v.Value, depth - 1)}"))}}}",
        AnyValue.ValueOneofCase.ArrayValue or AnyValue.ValueOneofCase.KvlistValue => "…",
        AnyValue.ValueOneofCase.None or null => "",
    };
}
