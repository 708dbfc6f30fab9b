using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal;

/// <summary>Names a field of a message or of one inside it, such as <c>inner.label</c>.</summary>
sealed class FieldPath(IReadOnlyList<FieldDescriptor> fields)
{
    internal FieldDescriptor Last => fields[^1];

    /// <summary>The path by JSON names.</summary>
    internal string Name => string.Join('.', fields.Select(one => one.JsonName));

    /// <summary>The field that <paramref name="path"/> names by JSON or proto names, or null.</summary>
    internal static FieldPath? Find(MessageDescriptor? message, string path)
    {
        List<FieldDescriptor> found = [];
        foreach (var name in path.Split('.'))
        {
            if (message is null || !MessageFields.Of(message).TryGetValue(name, out var field))
                return null;
            found.Add(field);
            message = field.FieldType == FieldType.Message ? field.MessageType : null;
        }
        return new FieldPath(found);
    }

    /// <summary>Whether setting this field would touch what <paramref name="other"/> has set.</summary>
    internal bool Overlaps(FieldPath other)
    {
        var shared = Math.Min(fields.Count, other.Depth);
        return fields.Take(shared).SequenceEqual(other.Start(shared));
    }

    /// <summary>Whether both name the same field.</summary>
    internal bool Is(FieldPath other) => Depth == other.Depth && Overlaps(other);

    /// <summary>Sets the field from text; a repeated field takes all texts, another one.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: a text does not fit.</exception>
    internal void Set(IMessage message, IReadOnlyList<string> texts)
    {
        foreach (var field in fields.Take(fields.Count - 1))
            message = Enter(message, field);
        if (Last.IsMap)
            throw InvalidInput.Field(Name, "is a map, which a path or query cannot give");
        if (Last.IsRepeated)
        {
            var list = (IList)Last.Accessor.GetValue(message);
            foreach (var text in texts)
                list.Add(Parse(text));
            return;
        }
        if (texts.Count > 1)
            throw InvalidInput.Field(Name, "takes one value");
        if (Last.RealContainingOneof?.Accessor.GetCaseFieldDescriptor(message) is { } given && given != Last)
            throw InvalidInput.Field(Name, $"excludes another one of '{Last.RealContainingOneof.Name}' that was given");
        Last.Accessor.SetValue(message, Parse(texts[0]));
    }

    int Depth => fields.Count;

    IEnumerable<FieldDescriptor> Start(int count) => fields.Take(count);

    IMessage Enter(IMessage message, FieldDescriptor field)
    {
        if (field.IsRepeated || MessageFields.IsWrapper(field.MessageType))
            throw InvalidInput.Field(Name, "lies in one that a path or query cannot give");
        if (field.Accessor.GetValue(message) is IMessage inner)
            return inner;
        if (field.RealContainingOneof?.Accessor.GetCaseFieldDescriptor(message) is not null)
            throw InvalidInput.Field(Name, $"excludes another one of '{field.RealContainingOneof.Name}' that was given");
        inner = MessageFields.New(field.MessageType);
        field.Accessor.SetValue(message, inner);
        return inner;
    }

    object Parse(string text)
    {
        try
        {
            return FieldText.Parse(Last, text);
        }
        catch (FormatException)
        {
            throw InvalidInput.Field(Name, JsonMessageReader.Expected(Last));
        }
    }
}
