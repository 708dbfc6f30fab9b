using System.Collections;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal;

/// <content>Repeated fields and maps.</content>
sealed partial class JsonMessageReader
{
    void ReadList(ref Utf8JsonReader tokens, IMessage message, FieldDescriptor field)
    {
        if (tokens.TokenType != JsonTokenType.StartArray)
            throw new UnfitException("takes an array");
        var list = (IList)field.Accessor.GetValue(message);
        trail.EnterElement();
        while (tokens.Read() && tokens.TokenType != JsonTokenType.EndArray)
        {
            trail.Next();
            list.Add(ReadElement(ref tokens, field));
        }
        trail.Leave();
    }

    void ReadMap(ref Utf8JsonReader tokens, IMessage message, FieldDescriptor field)
    {
        if (tokens.TokenType != JsonTokenType.StartObject)
            throw new UnfitException("takes an object");
        var map = (IDictionary)field.Accessor.GetValue(message);
        var (key, value) = (field.MessageType.FindFieldByNumber(1), field.MessageType.FindFieldByNumber(2));
        while (tokens.Read() && tokens.TokenType == JsonTokenType.PropertyName)
        {
            var name = Key(key, Text(ref tokens));
            tokens.Read();
            map[name] = ReadElement(ref tokens, value);
        }
    }

    object ReadElement(ref Utf8JsonReader tokens, FieldDescriptor field) => tokens.TokenType == JsonTokenType.Null && !TakesNull(field)
        ? throw new UnfitException("takes no null as an element")
        : ReadValue(ref tokens, field);

    static object Key(FieldDescriptor key, string text)
    {
        try
        {
            return key.FieldType switch
            {
                FieldType.String => text,
                FieldType.Bool => text switch { "true" => true, "false" => false, _ => throw new FormatException() },
                _ when text.Any(letter => letter != '-' && !char.IsAsciiDigit(letter)) => throw new FormatException(),
                _ => FieldText.Number(key, text),
            };
        }
        catch (FormatException)
        {
            throw new UnfitException($"has a key that does not fit: a key {Expected(key)}");
        }
    }
}
