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
    readonly Dictionary<string, FieldPath> pathFields;
    readonly FieldPath? bodyField;

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
        pathFields = Template.Fields.ToDictionary(field => field, field => Field(method.InputType, field));
        bodyField = rule.Body is "" or "*" ? null : Field(method.InputType, rule.Body);
        ResponseField = rule.ResponseBody is "" ? null : Field(method.OutputType, rule.ResponseBody).Last;
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
        var message = Rule.Body switch
        {
            "" => method.InputType.Parser.ParseFrom(ByteString.Empty),
            "*" => JsonBody.Parse(await JsonBody.ReadAsync(request, maxBody, cancellationToken), method.InputType, types),
            _ => JsonBody.Parse(
                $"{{\"{bodyField!.Last.JsonName}\":{await JsonBody.ReadAsync(request, maxBody, cancellationToken)}}}", method.InputType, types),
        };
        foreach (var (field, text) in Template.Values(request))
            pathFields[field].Set(message, [text]);
        if (Rule.Body != "*")
            SetQuery(request, message);
        return message;
    }

    void SetQuery(HttpRequest request, IMessage message)
    {
        foreach (var (name, values) in request.Query)
        {
            if (FieldPath.Find(method.InputType, name) is { } field && !IsBound(field))
                field.Set(message, values);
        }
    }

    bool IsBound(FieldPath field) => bodyField?.Overlaps(field) is true || pathFields.Values.Any(field.Overlaps);

    FieldPath Field(MessageDescriptor message, string path) => FieldPath.Find(message, path)
        ?? throw new InvalidOperationException($"Couldn't find matching field for '{path}' on {message.Name} ({method.FullName}).");
}
