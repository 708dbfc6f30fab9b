using Microsoft.OpenApi;
using Tsunagu.Gateway.Catalogue;
using Tsunagu.Gateway.Problems;

namespace Tsunagu.Gateway.OpenApi;

/// <summary>The OpenAPI description of everything the contract maps to REST.</summary>
static class ContractDocument
{
    const string Bearer = "bearer";

    /// <summary>Writes the description afresh.</summary>
    public static OpenApiDocument Build(ContractCatalogue catalogue, ContractComments comments)
    {
        var document = new OpenApiDocument
        {
            Info = new OpenApiInfo { Title = "Tsunagu (つなぐ)", Version = "v1", Description = "Derived from the protos. Errors are RFC 9457 problem details with a stable code." },
            Components = new OpenApiComponents { Schemas = new Dictionary<string, IOpenApiSchema>() },
            Paths = [],
            Tags = catalogue.Operations.Where(o => o.Bindings.Count > 0).Select(o => o.Method.Service).Distinct()
                .Select(s => new OpenApiTag { Name = s.Name, Description = comments[s.FullName] }).ToHashSet(),
        };
        document.AddComponent<IOpenApiResponse>(OperationDescriber.Problem, ProblemResponse());
        document.AddComponent<IOpenApiSecurityScheme>(Bearer, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = Bearer, BearerFormat = "JWT" });
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
        AddPaths(document, catalogue, new OperationDescriber(document, new SchemaBuilder(document, comments), comments));
        return document;
    }

    static void AddPaths(OpenApiDocument document, ContractCatalogue catalogue, OperationDescriber describer)
    {
        foreach (var operation in catalogue.Operations)
        {
            foreach (var (number, binding) in operation.Bindings.Index())
            {
                var path = PathOf(binding.Path);
                if (!document.Paths.TryGetValue(path, out var item))
                    document.Paths[path] = item = new OpenApiPathItem();
                ((OpenApiPathItem)item).AddOperation(HttpMethod.Parse(binding.Method), describer.Describe(operation, binding, number));
            }
        }
    }

    static string PathOf(PathTemplate template)
    {
        var segments = template.Segments.Select((s, i) => s.Kind == SegmentKind.Literal ? s.Text : $"{{{(s.Text.Length > 0 ? s.Text : $"segment{i}")}}}");
        return $"/{string.Join('/', segments)}{(template.Verb.Length > 0 ? $":{template.Verb}" : "")}";
    }

    static OpenApiResponse ProblemResponse() => new()
    {
        Description = "Problem details; the text of detail is Japanese.",
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [ProblemWriter.MediaType] = new OpenApiMediaType
            {
                Schema = Object(
                    ("type", Text()), ("title", Text()), ("status", new OpenApiSchema { Type = JsonSchemaType.Integer }), ("detail", Text()), ("code", Text()), ("traceId", Text()),
                    ("errors", new OpenApiSchema { Type = JsonSchemaType.Array, Items = Object(("field", Text()), ("detail", Text())) })),
            },
        },
    };

    static OpenApiSchema Object(params (string Name, IOpenApiSchema Schema)[] properties) =>
        new() { Type = JsonSchemaType.Object, Properties = properties.ToDictionary(p => p.Name, p => p.Schema) };

    static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };
}
