using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Tsunagu.Gateway.Calls;
using Tsunagu.Gateway.Catalogue;
using Tsunagu.Gateway.Problems;
using Tsunagu.ServiceDefaults.Identity;

namespace Tsunagu.Gateway.OpenApi;

/// <summary>Describes one REST form of an RPC.</summary>
sealed class OperationDescriber(OpenApiDocument document, SchemaBuilder schemas, ContractComments comments)
{
    /// <summary>Name of the component that all error answers share.</summary>
    public const string Problem = "Problem";

    const string Bytes = "application/octet-stream";

    /// <summary>The description; <paramref name="number"/> tells several forms of one RPC apart.</summary>
    public OpenApiOperation Describe(Operation operation, HttpBinding binding, int number) => new()
    {
        OperationId = $"{(operation.Form == OperationForm.OfOne ? $"{operation.Service}_" : "")}{operation.Method.Service.Name}_{operation.Method.Name}{(number == 0 ? "" : $"_{number + 1}")}",
        Description = comments[operation.Name],
        Tags = new HashSet<OpenApiTagReference> { new(operation.Method.Service.Name, document) },
        Parameters = [.. Parameters(operation, binding)],
        RequestBody = Body(operation, binding),
        Responses = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse { Description = "OK", Content = Answer(operation, binding) },
            ["default"] = new OpenApiResponseReference(Problem, document),
        },
        Extensions = new Dictionary<string, IOpenApiExtension> { ["x-tsunagu-access"] = new JsonNodeExtension(AccessOf(operation)) },
    };

    IEnumerable<IOpenApiParameter> Parameters(Operation operation, HttpBinding binding)
    {
        foreach (var field in RequestFields.InPath(operation, binding))
            yield return Parameter(field, ParameterLocation.Path);
        foreach (var field in RequestFields.InQuery(operation, binding))
            yield return Parameter(field, ParameterLocation.Query);
        if (operation.Upload is not null)
        {
            yield return Header(RequestHead.FileNameHeader, "Name of the file, UTF-8, percent-encoded.", required: false);
            if (operation.Method.InputType.FindFieldByName("data_date") is not null)
                yield return Header(RequestHead.DataDateHeader, "Day on which the file holds, yyyy-MM-dd, instead of dataDate.", required: false);
            if (operation.Method.InputType.FindFieldByName("request_id") is not null)
                yield return Header(RequestHead.RequestIdHeader, "UUID of the request, instead of requestId.", required: false);
        }

        if (operation.EventStream is { ResumeField.Length: > 0 })
            yield return Header("Last-Event-ID", "Id of the last event seen: the stream goes on after it.", required: false);
        if (operation.Access is { PurposeRequired: true })
            yield return Header("tsunagu-purpose", "Why personal data is read: a code of a-z, 0-9 and hyphens.", required: true);
    }

    OpenApiParameter Parameter(RequestField field, ParameterLocation place) => new OpenApiParameter
    {
        Name = field.Name,
        In = place,
        Required = place == ParameterLocation.Path,
        Description = comments[field.Field.FullName],
        Schema = schemas.Of(field.Field),
    };

    static OpenApiParameter Header(string name, string description, bool required) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = required,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    OpenApiRequestBody? Body(Operation operation, HttpBinding binding)
    {
        if (operation.Upload is not null)
            return RequestBody(Bytes, new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" });
        if (binding.Body.Length == 0)
            return null;
        var message = operation.Method.InputType;
        return RequestBody("application/json", binding.Body == "*"
            ? schemas.Of(message, RequestFields.InBody(operation, binding))
            : schemas.Of(message.FindFieldByName(binding.Body)));
    }

    static OpenApiRequestBody RequestBody(string type, IOpenApiSchema schema) => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType> { [type] = new OpenApiMediaType { Schema = schema } },
    };

    Dictionary<string, OpenApiMediaType> Answer(Operation operation, HttpBinding binding)
    {
        var message = operation.Method.OutputType;
        if (operation.Download is not null)
            return new() { [Bytes] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } } };
        if (operation.Representation is { } raw)
            return new() { [raw.MediaType] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } } };
        var schema = binding.ResponseBody.Length == 0 ? schemas.Of(message) : schemas.Of(message.FindFieldByName(binding.ResponseBody));
        var content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new OpenApiMediaType { Schema = schema } };
        if (operation.EventStream is not null)
            content["text/event-stream"] = new OpenApiMediaType { Schema = schema };
        return content;
    }

    static JsonObject AccessOf(Operation operation) => new()
    {
        ["roles"] = new JsonArray([.. (operation.Access?.Roles ?? []).Select(r => (JsonNode)RoleNames.Name(r))]),
        ["purposeRequired"] = operation.Access?.PurposeRequired is true,
    };
}
