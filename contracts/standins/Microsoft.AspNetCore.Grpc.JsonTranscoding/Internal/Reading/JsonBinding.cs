using Google.Api;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Microsoft.AspNetCore.Grpc.JsonTranscoding.Internal;

/// <summary>One rule of a method: where in the HTTP request its message comes from, and what of the response goes back.</summary>
sealed class JsonBinding
{
    readonly MethodDescriptor method;
    readonly FieldPath[] pathFields;
    readonly FieldPath? bodyField;
    readonly bool bodyIsRaw;

    internal JsonBinding(MethodDescriptor method, HttpRule rule)
    {
        this.method = method;
        Rule = rule;
        (Verb, var path) = rule.PatternCase switch
        {
            HttpRule.PatternOneofCase.Get => (HttpMethods.Get, rule.Get),
            HttpRule.PatternOneofCase.Put => (HttpMethods.Put, rule.Put),
            HttpRule.PatternOneofCase.Post => (HttpMethods.Post, rule.Post),
            HttpRule.PatternOneofCase.Delete => (HttpMethods.Delete, rule.Delete),
            HttpRule.PatternOneofCase.Patch => (HttpMethods.Patch, rule.Patch),
            HttpRule.PatternOneofCase.Custom => (rule.Custom.Kind, rule.Custom.Path),
            HttpRule.PatternOneofCase.None => throw new InvalidOperationException($"The HTTP rule of {method.FullName} has no path."),
        };
        Template = PathTemplate.Of(path);
        pathFields = [.. Template.Fields.Select(field => Field(method.InputType, field))];
        bodyField = rule.Body is "" or "*" ? null : TopField(method.InputType, rule.Body);
        bodyIsRaw = bodyField is null ? RawBody.Is(method.InputType) : bodyField.Last is { FieldType: FieldType.Message, IsRepeated: false, MessageType: var type } && RawBody.Is(type);
        ResponseField = rule.ResponseBody is "" ? null : TopField(method.OutputType, rule.ResponseBody).Last;
    }

    internal HttpRule Rule { get; }

    /// <summary>HTTP method; <c>*</c> for any.</summary>
    internal string Verb { get; }

    internal PathTemplate Template { get; }

    /// <summary>Field of the response that is sent instead of the whole, or null.</summary>
    internal FieldDescriptor? ResponseField { get; }

    /// <summary>Reads the request message: body, then path, then query.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT, or RESOURCE_EXHAUSTED when the body is too large.</exception>
    internal async ValueTask<IMessage> ReadAsync(HttpRequest request, int? maxBody, TypeRegistry types, CancellationToken cancellationToken)
    {
        var message = Rule.Body is "" ? MessageFields.New(method.InputType) : await ReadBodyAsync(request, maxBody, types, cancellationToken);
        SetPath(request, message);
        if (Rule.Body != "*")
            SetQuery(request, message);
        return message;
    }

    async ValueTask<IMessage> ReadBodyAsync(HttpRequest request, int? maxBody, TypeRegistry types, CancellationToken cancellationToken)
    {
        var encoding = bodyIsRaw ? null : JsonBody.EncodingOf(request);
        using var body = await JsonBody.ReadAsync(request, maxBody, cancellationToken);
        if (encoding is null)
            return RawBody.Read(request.ContentType, body.Written.Span, method.InputType, bodyField?.Last);
        var json = JsonBody.Utf8(body.Written, encoding);
        if (bodyField is null)
            return JsonMessageReader.Message(json.Span, method.InputType, types);
        var message = MessageFields.New(method.InputType);
        JsonMessageReader.Field(json.Span, message, bodyField.Last, types);
        return message;
    }

    void SetPath(HttpRequest request, IMessage message)
    {
        for (var at = 0; at < pathFields.Length; at++)
        {
            try
            {
                pathFields[at].Set(message, [Template.Value(request, at)]);
            }
            catch (FormatException)
            {
                throw InvalidInput.Field(pathFields[at].Name, InvalidInput.NoText);
            }
        }
    }

    void SetQuery(HttpRequest request, IMessage message)
    {
        foreach (var (field, texts) in QueryFields.Of(request.QueryString.Value, method.InputType))
        {
            if (!IsBound(field))
                field.Set(message, texts);
        }
    }

    bool IsBound(FieldPath field) => bodyField?.Overlaps(field) is true || pathFields.Any(field.Overlaps);

    FieldPath TopField(MessageDescriptor message, string name) => name.Contains('.', StringComparison.Ordinal)
        ? throw new InvalidOperationException($"The body field '{name}' references a nested field. It must be on the top-level message ({method.FullName}).")
        : Field(message, name);

    FieldPath Field(MessageDescriptor message, string path) => FieldPath.Find(message, path)
        ?? throw new InvalidOperationException($"Couldn't find matching field for '{path}' on {message.Name} ({method.FullName}).");
}
