using System.Globalization;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal;

/// <summary>Values of fields that come as text in a path or query.</summary>
static class FieldText
{
    const NumberStyles Whole = NumberStyles.AllowLeadingSign;
    const NumberStyles Broken = NumberStyles.Float;

    static readonly JsonParser Parser = new(JsonParser.Settings.Default);

    /// <summary>The value in the type that the field's accessor takes.</summary>
    internal static object Parse(FieldDescriptor field, string text)
    {
        var culture = CultureInfo.InvariantCulture;
        try
        {
            return field.FieldType switch
            {
                FieldType.String => text,
                FieldType.Bool => bool.Parse(text),
                FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => int.Parse(text, Whole, culture),
                FieldType.UInt32 or FieldType.Fixed32 => uint.Parse(text, NumberStyles.None, culture),
                FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => long.Parse(text, Whole, culture),
                FieldType.UInt64 or FieldType.Fixed64 => ulong.Parse(text, NumberStyles.None, culture),
                FieldType.Double => double.Parse(text, Broken, culture),
                FieldType.Float => float.Parse(text, Broken, culture),
                FieldType.Bytes => Bytes(text),
                FieldType.Enum => Enumeration(field, text),
                FieldType.Message => Message(field, text),
                FieldType.Group => throw new FormatException(),
            };
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or InvalidProtocolBufferException or InvalidOperationException)
        {
            throw Unfit(field);
        }
    }

    internal static RpcException Unfit(FieldDescriptor field) =>
        new(new Status(StatusCode.InvalidArgument, $"The value of '{field.JsonName}' is not valid."));

    static ByteString Bytes(string text)
    {
        var standard = text.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        return ByteString.FromBase64(standard + new string('=', (4 - standard.Length % 4) % 4));
    }

    static object Enumeration(FieldDescriptor field, string text)
    {
        var known = field.EnumType.FindValueByName(text);
        var number = known?.Number ?? int.Parse(text, Whole, CultureInfo.InvariantCulture);
        return Enum.ToObject(field.EnumType.ClrType, number);
    }

    static object Message(FieldDescriptor field, string text)
    {
        var type = field.MessageType;
        if (type.File.Name == "google/protobuf/wrappers.proto")
            return Parse(type.FindFieldByNumber(1), text);
        return type.FullName is "google.protobuf.Timestamp" or "google.protobuf.Duration" or "google.protobuf.FieldMask"
            ? Parser.Parse(JsonSerializer.Serialize(text), type)
            : throw new FormatException();
    }
}
