using System.Text.Json;
using Google.Protobuf.Reflection;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal;

/// <content>Single values, in the type that a field's accessor takes.</content>
sealed partial class JsonMessageReader
{
    object ReadValue(ref Utf8JsonReader tokens, FieldDescriptor field)
    {
        try
        {
            return field.FieldType switch
            {
                FieldType.String => tokens.TokenType == JsonTokenType.String ? Text(ref tokens) : throw new UnfitException(Expected(field)),
                FieldType.Bool when tokens.TokenType is JsonTokenType.True or JsonTokenType.False => tokens.GetBoolean(),
                FieldType.Bytes when tokens.TokenType == JsonTokenType.String => FieldText.Bytes(Text(ref tokens)),
                FieldType.Enum => ReadEnum(ref tokens, field),
                FieldType.Message when MessageFields.IsWrapper(field.MessageType) => ReadValue(ref tokens, field.MessageType.FindFieldByNumber(1)),
                FieldType.Message => ReadMessage(ref tokens, field.MessageType),
                FieldType.Bool or FieldType.Bytes or FieldType.Group => throw new UnfitException(Expected(field)),
                _ => FieldText.Number(field, NumberText(ref tokens)),
            };
        }
        catch (FormatException)
        {
            throw new UnfitException(Expected(field));
        }
    }

    static object ReadEnum(ref Utf8JsonReader tokens, FieldDescriptor field) => tokens.TokenType switch
    {
        JsonTokenType.String => field.EnumType.FindValueByName(Text(ref tokens)) is { } known ? known.Number : throw new FormatException(),
        JsonTokenType.Number => FieldText.Number(field, NumberText(ref tokens)),
        JsonTokenType.Null when field.EnumType.FullName == "google.protobuf.NullValue" => 0,
        _ => throw new FormatException(),
    };

    static string NumberText(ref Utf8JsonReader tokens) => tokens.TokenType switch
    {
        JsonTokenType.Number => System.Text.Encoding.ASCII.GetString(tokens.ValueSpan),
        JsonTokenType.String => Text(ref tokens),
        _ => throw new FormatException(),
    };

    static string Text(ref Utf8JsonReader tokens)
    {
        try
        {
            return tokens.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            // A lone half of a surrogate pair.
            throw new JsonException(exception.Message, exception);
        }
    }

    /// <summary>What a field takes, in words.</summary>
    internal static string Expected(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.String => "takes a string",
        FieldType.Bool => "takes true or false",
        FieldType.Bytes => "takes a Base64 string",
        FieldType.Enum => $"takes a value of {field.EnumType.FullName}",
        FieldType.Double or FieldType.Float => "takes a number within its range",
        FieldType.Message => $"takes a {field.MessageType.FullName}",
        FieldType.Group => "has no JSON form",
        FieldType.UInt32 or FieldType.Fixed32 or FieldType.UInt64 or FieldType.Fixed64 => "takes a whole number that is not negative and within its range",
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 or FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 =>
            "takes a whole number within its range",
    };
}
