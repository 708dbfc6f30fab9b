using Google.Protobuf.Reflection;
using Grpc.Core;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal;

/// <summary>The fields that a query names, each once with all that it gives; what names no field is passed over.</summary>
static class QueryFields
{
    /// <summary>Reads <c>?name=text&amp;name=text</c>.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: a text of a field is no percent-encoded UTF-8.</exception>
    internal static List<(FieldPath Field, List<string> Texts)> Of(string? query, MessageDescriptor message)
    {
        List<(FieldPath Field, List<string> Texts)> found = [];
        foreach (var part in query?.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            var (name, text) = part.IndexOf('=') is var equals and >= 0 ? (part[..equals], part[(equals + 1)..]) : (part, "");
            if (Find(message, name) is not { } field)
                continue;
            if (found.FindIndex(one => one.Field.Is(field)) is var at and >= 0)
                found[at].Texts.Add(Text(field, text));
            else
                found.Add((field, [Text(field, text)]));
        }
        return found;
    }

    static FieldPath? Find(MessageDescriptor message, string name)
    {
        try
        {
            return FieldPath.Find(message, PercentCoding.Decode(name.Replace('+', ' '), keepSlashes: false));
        }
        catch (FormatException)
        {
            // No field has such a name.
            return null;
        }
    }

    static string Text(FieldPath field, string text)
    {
        try
        {
            return PercentCoding.Decode(text.Replace('+', ' '), keepSlashes: false);
        }
        catch (FormatException)
        {
            throw InvalidInput.Field(field.Name, InvalidInput.NoText);
        }
    }
}
