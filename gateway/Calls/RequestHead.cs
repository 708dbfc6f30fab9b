using System.Globalization;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Tsunagu.Gateway.Catalogue;

namespace Tsunagu.Gateway.Calls;

/// <summary>The request of a download, or the first message of an upload: every field but the chunk, from path, query and headers.</summary>
static class RequestHead
{
    /// <summary>Carries the field <c>file_name</c>, percent-encoded UTF-8.</summary>
    public const string FileNameHeader = "Tsunagu-File-Name";

    /// <summary>Carries the field <c>data_date</c>, yyyy-MM-dd.</summary>
    public const string DataDateHeader = "Tsunagu-Data-Date";

    /// <summary>Carries the field <c>request_id</c>, with or without quotes.</summary>
    public const string RequestIdHeader = "Idempotency-Key";

    /// <summary>True for a field that an upload takes from its header alone: the name of a file may hold a person's, and an address gets into logs.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="field">Name of the field.</param>
    public static bool IsHeaderOnly(Operation operation, string field) => operation.Upload is not null && field == "file_name";

    /// <summary>Reads the message.</summary>
    /// <exception cref="BadHttpRequestException">A value does not fit its field.</exception>
    public static IMessage Read(HttpRequest request, Operation operation)
    {
        var message = operation.Method.InputType;
        var json = new JsonObject();
        foreach (var field in message.Fields.InDeclarationOrder().Where(f => f.Name != operation.Upload?.ChunkField && !f.IsRepeated && f.FieldType != FieldType.Message))
        {
            if (ValueOf(request, operation, field) is { Length: > 0 } text)
                json[field.JsonName] = field.FieldType == FieldType.Bool && bool.TryParse(text, out var flag) ? flag : text;
        }

        try
        {
            return JsonParser.Default.Parse(json.ToJsonString(), message);
        }
        catch (Exception e) when (e is InvalidProtocolBufferException or InvalidOperationException or OverflowException)
        {
            throw new BadHttpRequestException("A parameter does not fit its field.", e);
        }
    }

    static string? ValueOf(HttpRequest request, Operation operation, FieldDescriptor field) =>
        field.Name == operation.Upload?.SizeField ? request.ContentLength?.ToString(CultureInfo.InvariantCulture)
        : request.RouteValues.TryGetValue(field.Name, out var bound) ? bound as string
        : HeaderOf(request, field.Name) is { Length: > 0 } header ? header
        : IsHeaderOnly(operation, field.Name) ? null
        : request.Query.TryGetValue(field.JsonName, out var value) || request.Query.TryGetValue(field.Name, out value) ? value.ToString()
        : null;

    static string? HeaderOf(HttpRequest request, string field) => field switch
    {
        "file_name" => Uri.UnescapeDataString(request.Headers[FileNameHeader].ToString()),
        "data_date" => request.Headers[DataDateHeader].ToString(),
        "request_id" => request.Headers[RequestIdHeader].ToString().Trim('"'),
        _ => null,
    };
}
