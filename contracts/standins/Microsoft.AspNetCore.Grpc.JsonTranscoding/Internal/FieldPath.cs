using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal;

/// <summary>Names a field of a message or of one inside it, such as <c>inner.label</c>.</summary>
sealed class FieldPath(IReadOnlyList<FieldDescriptor> fields)
{
    internal FieldDescriptor Last => fields[^1];

    /// <summary>The field that <paramref name="path"/> names by proto or JSON names, or null.</summary>
    internal static FieldPath? Find(MessageDescriptor? message, string path)
    {
        List<FieldDescriptor> found = [];
        foreach (var name in path.Split('.'))
        {
            var field = message?.FindFieldByName(name) ?? message?.Fields.InDeclarationOrder().FirstOrDefault(one => one.JsonName == name);
            if (field is null || (found.Count > 0 && (found[^1].IsRepeated || found[^1].IsMap)))
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

    /// <summary>Sets the field from text; a repeated field takes all texts, another the last.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: a text does not fit.</exception>
    internal void Set(IMessage message, IReadOnlyList<string?> texts)
    {
        foreach (var field in fields.Take(fields.Count - 1))
        {
            var inner = (IMessage?)field.Accessor.GetValue(message);
            if (inner is null)
                field.Accessor.SetValue(message, inner = field.MessageType.Parser.ParseFrom(ByteString.Empty));
            message = inner;
        }
        if (Last.IsMap)
            throw FieldText.Unfit(Last);
        if (!Last.IsRepeated)
        {
            Last.Accessor.SetValue(message, FieldText.Parse(Last, texts[^1] ?? ""));
            return;
        }
        var list = (IList)Last.Accessor.GetValue(message);
        foreach (var text in texts)
            list.Add(FieldText.Parse(Last, text ?? ""));
    }

    int Depth => fields.Count;

    IEnumerable<FieldDescriptor> Start(int count) => fields.Take(count);
}
