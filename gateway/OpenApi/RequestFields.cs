using Google.Protobuf.Reflection;
using Tsunagu.Gateway.Calls;
using Tsunagu.Gateway.Catalogue;

namespace Tsunagu.Gateway.OpenApi;

/// <summary>A field of a request that stands outside the body, with the name callers use.</summary>
sealed record RequestField(string Name, FieldDescriptor Field);

/// <summary>Where the fields of a request go in one REST form.</summary>
static class RequestFields
{
    /// <summary>Fields bound in the path.</summary>
    public static IEnumerable<RequestField> InPath(Operation operation, HttpBinding binding) =>
        binding.Path.Variables.Select(v => new RequestField(v, Find(operation.Method.InputType, v)));

    /// <summary>Fields of the body, when it is the whole message.</summary>
    public static IEnumerable<FieldDescriptor> InBody(Operation operation, HttpBinding binding) =>
        operation.Method.InputType.Fields.InDeclarationOrder().Where(f => !binding.Path.Variables.Contains(f.Name));

    /// <summary>Fields of the query: what neither path nor body holds.</summary>
    public static IEnumerable<RequestField> InQuery(Operation operation, HttpBinding binding) =>
        binding.Body == "*" && operation.Upload is null ? [] : Leaves(operation.Method.InputType, "", "", [])
            .Where(l => !binding.Path.Variables.Contains(l.Path) && l.Path != operation.Upload?.ChunkField && l.Path != operation.Upload?.SizeField)
            .Where(l => !RequestHead.IsHeaderOnly(operation, l.Path) && l.Path.Split('.')[0] != binding.Body)
            .Select(l => new RequestField(l.Name, l.Field));

    static IEnumerable<(string Path, string Name, FieldDescriptor Field)> Leaves(MessageDescriptor message, string path, string name, IEnumerable<MessageDescriptor> above)
    {
        foreach (var field in message.Fields.InDeclarationOrder().Where(f => !f.IsMap))
        {
            var here = (Path: path + field.Name, Name: name + field.JsonName, Field: field);
            if (field.FieldType is not FieldType.Message || WellKnownSchemas.Of(field.MessageType) is not null)
                yield return here;
            else if (!field.IsRepeated && !above.Contains(field.MessageType))
                foreach (var leaf in Leaves(field.MessageType, $"{here.Path}.", $"{here.Name}.", above.Append(message)))
                    yield return leaf;
        }
    }

    static FieldDescriptor Find(MessageDescriptor message, string path)
    {
        var parts = path.Split('.', 2);
        var field = message.FindFieldByName(parts[0]) ?? throw new FormatException($"{message.FullName} has no field {path}.");
        return parts.Length == 1 ? field : Find(field.MessageType, parts[1]);
    }
}
