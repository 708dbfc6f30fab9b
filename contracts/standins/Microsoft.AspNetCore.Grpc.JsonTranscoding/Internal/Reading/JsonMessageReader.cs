using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal;

/// <summary>Reads proto3 JSON, straight from UTF-8. Unknown fields are passed over; of a field that comes twice the last counts, lists and maps grow.</summary>
sealed partial class JsonMessageReader(TypeRegistry types)
{
    // As System.Text.Json has it.
    const int MaxDepth = 64;

    readonly FieldTrail trail = new();

    /// <summary>The message that the whole text is.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT.</exception>
    internal static IMessage Message(ReadOnlySpan<byte> json, MessageDescriptor type, TypeRegistry types)
    {
        var message = MessageFields.New(type);
        Read(json, types, (JsonMessageReader reader, ref Utf8JsonReader tokens) => message = reader.ReadWhole(ref tokens, type));
        return message;
    }

    /// <summary>Sets one field of <paramref name="message"/> from the whole text.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT.</exception>
    internal static void Field(ReadOnlySpan<byte> json, IMessage message, FieldDescriptor field, TypeRegistry types) =>
        Read(json, types, (JsonMessageReader reader, ref Utf8JsonReader tokens) => reader.SetField(ref tokens, message, field));

    static void Read(ReadOnlySpan<byte> json, TypeRegistry types, Step step)
    {
        var reader = new JsonMessageReader(types);
        try
        {
            var tokens = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
            tokens.Read();
            step(reader, ref tokens);
            // Throws on anything but blanks.
            tokens.Read();
        }
        catch (JsonException exception)
        {
            throw InvalidInput.Payload(exception);
        }
        catch (UnfitException exception)
        {
            throw InvalidInput.Field(reader.trail.ToString(), exception.Message);
        }
        catch (FormatException)
        {
            throw InvalidInput.Field(reader.trail.ToString(), "does not take this value");
        }
    }

    IMessage ReadWhole(ref Utf8JsonReader tokens, MessageDescriptor type)
    {
        if (tokens.TokenType == JsonTokenType.Null && type.FullName != "google.protobuf.Value")
            throw new UnfitException("must not be null");
        if (!MessageFields.IsWrapper(type))
            return ReadMessage(ref tokens, type);
        var wrapper = MessageFields.New(type);
        SetField(ref tokens, wrapper, type.FindFieldByNumber(1));
        return wrapper;
    }

    IMessage ReadMessage(ref Utf8JsonReader tokens, MessageDescriptor type)
    {
        if (MessageFields.IsWellKnown(type) && ReadWellKnown(ref tokens, type) is { } known)
            return known;
        var message = MessageFields.New(type);
        ReadFields(ref tokens, message, skip: null);
        return message;
    }

    void ReadFields(ref Utf8JsonReader tokens, IMessage message, string? skip)
    {
        if (tokens.TokenType != JsonTokenType.StartObject)
            throw new UnfitException("takes an object");
        var fields = MessageFields.Of(message.Descriptor);
        while (tokens.Read() && tokens.TokenType == JsonTokenType.PropertyName)
        {
            var name = Text(ref tokens);
            tokens.Read();
            if (name == skip || !fields.TryGetValue(name, out var field))
                PassOver(ref tokens);
            else
                SetField(ref tokens, message, field);
        }
    }

    void SetField(ref Utf8JsonReader tokens, IMessage message, FieldDescriptor field)
    {
        trail.Enter(field.JsonName);
        if (tokens.TokenType == JsonTokenType.Null && (field.IsRepeated || !TakesNull(field)))
            field.Accessor.Clear(message);
        else if (field.IsMap)
            ReadMap(ref tokens, message, field);
        else if (field.IsRepeated)
            ReadList(ref tokens, message, field);
        else if (field.RealContainingOneof is { } oneof && oneof.Accessor.GetCaseFieldDescriptor(message) is not null)
            throw new UnfitException($"excludes another one of '{oneof.Name}' that was given");
        else
            field.Accessor.SetValue(message, ReadValue(ref tokens, field));
        trail.Leave();
    }

    // What nobody reads has to be text all the same.
    static void PassOver(ref Utf8JsonReader tokens)
    {
        var depth = tokens.CurrentDepth;
        while (true)
        {
            if (tokens.ValueIsEscaped)
                Text(ref tokens);
            if (tokens.CurrentDepth == depth && tokens.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
                return;
            tokens.Read();
        }
    }

    // Null stands for no value, save where it is one.
    static bool TakesNull(FieldDescriptor field) =>
        (field.FieldType == FieldType.Message && field.MessageType.FullName == "google.protobuf.Value")
        || (field.FieldType == FieldType.Enum && field.EnumType.FullName == "google.protobuf.NullValue");

    delegate void Step(JsonMessageReader reader, ref Utf8JsonReader tokens);
}
