using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal;

/// <content>Messages with a JSON form of their own.</content>
sealed partial class JsonMessageReader
{
    const string TypeName = "@type";

    IMessage? ReadWellKnown(ref Utf8JsonReader tokens, MessageDescriptor type) => type.FullName switch
    {
        "google.protobuf.Timestamp" or "google.protobuf.Duration" or "google.protobuf.FieldMask" =>
            FieldText.Message(type, tokens.TokenType == JsonTokenType.String ? Text(ref tokens) : throw new FormatException()),
        "google.protobuf.Struct" => ReadStruct(ref tokens),
        "google.protobuf.ListValue" => ReadListValue(ref tokens),
        "google.protobuf.Value" => ReadAnything(ref tokens),
        "google.protobuf.Any" => ReadAny(ref tokens),
        _ => null,
    };

    Struct ReadStruct(ref Utf8JsonReader tokens)
    {
        var message = new Struct();
        ReadMap(ref tokens, message, Struct.Descriptor.FindFieldByNumber(Struct.FieldsFieldNumber));
        return message;
    }

    ListValue ReadListValue(ref Utf8JsonReader tokens)
    {
        var message = new ListValue();
        ReadList(ref tokens, message, ListValue.Descriptor.FindFieldByNumber(ListValue.ValuesFieldNumber));
        return message;
    }

    Value ReadAnything(ref Utf8JsonReader tokens) => tokens.TokenType switch
    {
        JsonTokenType.Null => Value.ForNull(),
        JsonTokenType.True or JsonTokenType.False => Value.ForBool(tokens.GetBoolean()),
        JsonTokenType.String => Value.ForString(Text(ref tokens)),
        JsonTokenType.Number => Value.ForNumber((double)FieldText.Number(Value.Descriptor.FindFieldByNumber(Value.NumberValueFieldNumber), NumberText(ref tokens))),
        JsonTokenType.StartObject => new Value { StructValue = ReadStruct(ref tokens) },
        _ => new Value { ListValue = ReadListValue(ref tokens) },
    };

    Any ReadAny(ref Utf8JsonReader tokens)
    {
        var url = TypeUrl(tokens);
        if (types.Find(Any.GetTypeName(url)) is not { } type)
            throw new UnfitException($"has a '{TypeName}' that is not known here");
        IMessage? message = null;
        if (MessageFields.IsWellKnown(type))
        {
            while (tokens.Read() && tokens.TokenType == JsonTokenType.PropertyName)
            {
                var isValue = Text(ref tokens) == "value";
                tokens.Read();
                if (isValue)
                    message = ReadWhole(ref tokens, type);
                else
                    PassOver(ref tokens);
            }
        }
        else
        {
            message = MessageFields.New(type);
            ReadFields(ref tokens, message, skip: TypeName);
        }
        return new Any { TypeUrl = url, Value = (message ?? throw new UnfitException($"lacks the 'value' that goes with its '{TypeName}'")).ToByteString() };
    }

    // The type may stand after the fields: looks ahead on a copy.
    static string TypeUrl(Utf8JsonReader tokens)
    {
        if (tokens.TokenType != JsonTokenType.StartObject)
            throw new UnfitException("takes an object");
        while (tokens.Read() && tokens.TokenType == JsonTokenType.PropertyName)
        {
            var found = Text(ref tokens) == TypeName;
            tokens.Read();
            if (found)
                return tokens.TokenType == JsonTokenType.String ? Text(ref tokens) : throw new UnfitException($"takes a string as '{TypeName}'");
            tokens.Skip();
        }
        throw new UnfitException($"lacks its '{TypeName}'");
    }
}
