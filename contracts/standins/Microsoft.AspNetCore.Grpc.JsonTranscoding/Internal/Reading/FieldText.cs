using System.Globalization;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal;

/// <summary>Values of fields that come as text: in a path, a query, a JSON string or the key of a map.</summary>
static class FieldText
{
    static readonly JsonParser WellKnown = new(JsonParser.Settings.Default);

    /// <summary>The value of a part of a path or query, in the type that the field's accessor takes.</summary>
    /// <exception cref="FormatException">It does not fit.</exception>
    internal static object Parse(FieldDescriptor field, string text) => field.FieldType switch
    {
        FieldType.String => text,
        FieldType.Bool => bool.Parse(text),
        FieldType.Bytes => Bytes(text),
        FieldType.Enum => Choice(field.EnumType, text) is { } known ? known.Number : throw new FormatException(),
        FieldType.Message when MessageFields.IsWrapper(field.MessageType) => Parse(field.MessageType.FindFieldByNumber(1), text),
        FieldType.Message => Message(field.MessageType, text),
        FieldType.Group => throw new FormatException(),
        // A leading zero or sign is no JSON, but a path or query may have it.
        _ => Int128.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? Number(field, whole.ToString(CultureInfo.InvariantCulture), text)
            : Number(field, text, text),
    };

    /// <summary>The number that the text is, for a field with numbers.</summary>
    /// <exception cref="FormatException">It is none, or too large.</exception>
    internal static object Number(FieldDescriptor field, string text) => Number(field, text, text);

    /// <summary>Base64, of either alphabet, padded or not.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    internal static ByteString Bytes(string text)
    {
        var plain = text.AsSpan().TrimEnd('=');
        var padding = text.Length - plain.Length;
        if (plain.Length % 4 == 1 || (padding > 0 && (padding > 2 || text.Length % 4 != 0)) || plain.ContainsAnyExcept(Base64))
            throw new FormatException();
        var standard = plain.ToString().Replace('-', '+').Replace('_', '/');
        return ByteString.FromBase64(standard.PadRight((standard.Length + 3) / 4 * 4, '='));
    }

    /// <summary>A message whose JSON form is a string: Timestamp, Duration, FieldMask.</summary>
    /// <exception cref="FormatException">It does not fit, or the message has no such form.</exception>
    internal static IMessage Message(MessageDescriptor type, string text)
    {
        if (type.FullName is not ("google.protobuf.Timestamp" or "google.protobuf.Duration" or "google.protobuf.FieldMask") || text.EndsWith('\n'))
            throw new FormatException();
        try
        {
            return WellKnown.Parse(JsonSerializer.Serialize(text), type);
        }
        catch (Exception exception) when (exception is InvalidProtocolBufferException or InvalidOperationException or ArgumentException)
        {
            throw new FormatException(exception.Message, exception);
        }
    }

    static readonly System.Buffers.SearchValues<char> Base64 =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_");

    static EnumValueDescriptor? Choice(EnumDescriptor type, string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? type.FindValueByNumber(number)
            : type.FindValueByName(text);

    static object Number(FieldDescriptor field, string text, string floating) => field.FieldType switch
    {
        FieldType.Double => Floating(floating, double.Parse(floating, CultureInfo.InvariantCulture)),
        FieldType.Float => (float)Floating(floating, float.Parse(floating, CultureInfo.InvariantCulture)),
        _ => Whole(field.FieldType, text),
    };

    static double Floating(string text, double value) => text switch
    {
        "NaN" or "Infinity" or "-Infinity" => value,
        _ when double.IsFinite(value) && JsonNumber.IsNumber(text) => value,
        _ => throw new FormatException(),
    };

    static object Whole(FieldType type, string text)
    {
        if (!JsonNumber.TryWhole(text, out var value))
            throw new FormatException();
        try
        {
            return type switch
            {
                FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 or FieldType.Enum => checked((int)value),
                FieldType.UInt32 or FieldType.Fixed32 => checked((uint)value),
                FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => checked((long)value),
                FieldType.UInt64 or FieldType.Fixed64 => checked((ulong)value),
                _ => throw new FormatException(),
            };
        }
        catch (OverflowException exception)
        {
            throw new FormatException(exception.Message, exception);
        }
    }
}
