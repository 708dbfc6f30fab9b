using System.Collections;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal;

/// <content>Messages with a JSON form of their own.</content>
sealed partial class JsonMessageWriter
{
    bool WriteWellKnown(Utf8JsonWriter json, IMessage message)
    {
        switch (message)
        {
            case Timestamp or Duration or FieldMask:
                json.WriteRawValue(JsonFormatter.Default.Format(message));
                return true;
            case Struct:
                WriteMap(json, Struct.Descriptor.FindFieldByNumber(Struct.FieldsFieldNumber), (IDictionary)((Struct)message).Fields);
                return true;
            case ListValue list:
                WriteList(json, ListValue.Descriptor.FindFieldByNumber(ListValue.ValuesFieldNumber), list.Values);
                return true;
            case Value value:
                WriteAnything(json, value);
                return true;
            case Any any:
                WriteAny(json, any);
                return true;
            case var _ when MessageFields.IsWrapper(message.Descriptor):
                WriteValueOf(json, message, message.Descriptor.FindFieldByNumber(1));
                return true;
            default:
                return false;
        }
    }

    void WriteAnything(Utf8JsonWriter json, Value value)
    {
        if (Value.Descriptor.Oneofs[0].Accessor.GetCaseFieldDescriptor(value) is { } kind)
            WriteValueOf(json, value, kind);
        else
            json.WriteNullValue();
    }

    void WriteAny(Utf8JsonWriter json, Any any)
    {
        var name = Any.GetTypeName(any.TypeUrl);
        var type = types.Find(name) ?? throw new InvalidOperationException($"Type registry has no descriptor for type name '{name}'.");
        var message = type.Parser.ParseFrom(any.Value);
        json.WriteStartObject();
        json.WriteString("@type", any.TypeUrl);
        if (MessageFields.IsWellKnown(type))
        {
            json.WritePropertyName("value");
            Write(json, message);
        }
        else
        {
            WriteFields(json, message);
        }
        json.WriteEndObject();
    }
}
