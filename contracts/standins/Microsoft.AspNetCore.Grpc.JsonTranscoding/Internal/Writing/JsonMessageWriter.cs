using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal;

/// <summary>Writes messages as proto3 JSON, straight into UTF-8.</summary>
sealed partial class JsonMessageWriter(GrpcJsonSettings settings, TypeRegistry types)
{
    internal JsonWriterOptions Options { get; } = new() { Indented = settings.WriteIndented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For what has to stay on one line.</summary>
    internal JsonWriterOptions LineOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal void Write(Utf8JsonWriter json, IMessage message)
    {
        if (MessageFields.IsWellKnown(message.Descriptor) && WriteWellKnown(json, message))
            return;
        json.WriteStartObject();
        WriteFields(json, message);
        json.WriteEndObject();
    }

    internal void WriteFields(Utf8JsonWriter json, IMessage message)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
            WriteField(json, message, field);
    }

    /// <summary>Writes the value of one field alone; null when it has none.</summary>
    internal void WriteValueOf(Utf8JsonWriter json, IMessage message, FieldDescriptor field)
    {
        var value = field.Accessor.GetValue(message);
        if (field.IsMap)
            WriteMap(json, field, (IDictionary)value);
        else if (field.IsRepeated)
            WriteList(json, field, (IList)value);
        else
            WriteSingle(json, field, value);
    }

    void WriteField(Utf8JsonWriter json, IMessage message, FieldDescriptor field)
    {
        if (field.HasPresence ? !field.Accessor.HasValue(message) : settings.IgnoreDefaultValues && IsDefault(field, field.Accessor.GetValue(message)))
            return;
        json.WritePropertyName(field.JsonName);
        WriteValueOf(json, message, field);
    }

    static bool IsDefault(FieldDescriptor field, object value) => value switch
    {
        ICollection collection => collection.Count == 0,
        string text => text.Length == 0,
        ByteString bytes => bytes.IsEmpty,
        double number => BitConverter.DoubleToInt64Bits(number) == 0,
        float number => BitConverter.SingleToInt32Bits(number) == 0,
        _ when field.FieldType == FieldType.Enum => (int)value == 0,
        IConvertible number => number.ToDecimal(CultureInfo.InvariantCulture) == 0,
        _ => false,
    };

    void WriteMap(Utf8JsonWriter json, FieldDescriptor field, IDictionary map)
    {
        var valueField = field.MessageType.FindFieldByNumber(2);
        json.WriteStartObject();
        foreach (DictionaryEntry entry in map)
        {
            json.WritePropertyName(entry.Key is bool flag ? (flag ? "true" : "false") : Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!);
            WriteSingle(json, valueField, entry.Value);
        }
        json.WriteEndObject();
    }

    void WriteList(Utf8JsonWriter json, FieldDescriptor field, IList list)
    {
        json.WriteStartArray();
        foreach (var value in list)
            WriteSingle(json, field, value);
        json.WriteEndArray();
    }

    void WriteSingle(Utf8JsonWriter json, FieldDescriptor field, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case IMessage message:
                Write(json, message);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case ByteString bytes:
                json.WriteBase64StringValue(bytes.Span);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case Enum:
                WriteEnum(json, field.EnumType, (int)value);
                break;
            default:
                WriteNumber(json, value);
                break;
        }
    }

    void WriteEnum(Utf8JsonWriter json, EnumDescriptor type, int number)
    {
        if (type.FullName == "google.protobuf.NullValue")
            json.WriteNullValue();
        else if (!settings.WriteEnumsAsIntegers && type.FindValueByNumber(number) is { } known)
            json.WriteStringValue(known.Name);
        else
            json.WriteNumberValue(number);
    }

    void WriteNumber(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case int number:
                json.WriteNumberValue(number);
                break;
            case uint number:
                json.WriteNumberValue(number);
                break;
            case long or ulong when settings.WriteInt64sAsStrings:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case ulong number:
                json.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case float number when float.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case double or float:
                json.WriteStringValue(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
            default:
                throw new InvalidOperationException($"No JSON form for {value.GetType()}.");
        }
    }
}
