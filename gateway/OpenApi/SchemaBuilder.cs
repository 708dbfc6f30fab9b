using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;
using Microsoft.OpenApi;
using Tsunagu.Gateway.Catalogue;

namespace Tsunagu.Gateway.OpenApi;

/// <summary>Schemas of the messages and enumerations by the rules of proto3 JSON; each becomes a component once.</summary>
sealed class SchemaBuilder(OpenApiDocument document, ContractComments comments)
{
    /// <summary>A reference to the schema of a message.</summary>
    public IOpenApiSchema Of(MessageDescriptor message)
    {
        if (WellKnownSchemas.Of(message) is { } known)
            return known;
        if (Begin(message.FullName) is { } schema)
            Fill(schema, message.FullName, message.Fields.InDeclarationOrder());
        return new OpenApiSchemaReference(message.FullName, document);
    }

    /// <summary>An object of some fields of a message: a body whose other fields stand in the path.</summary>
    public IOpenApiSchema Of(MessageDescriptor message, IEnumerable<FieldDescriptor> fields)
    {
        var schema = new OpenApiSchema();
        Fill(schema, message.FullName, fields);
        return schema;
    }

    /// <summary>The schema of a field, described by its comment.</summary>
    public IOpenApiSchema Of(FieldDescriptor field)
    {
        var schema = field switch
        {
            { IsMap: true } => new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = Single(field.MessageType.FindFieldByNumber(2)) },
            { IsRepeated: true } => new OpenApiSchema { Type = JsonSchemaType.Array, Items = Single(field) },
            _ => Single(field),
        };
        switch (schema)
        {
            case OpenApiSchema own:
                own.Description = comments[field.FullName];
                break;
            case OpenApiSchemaReference reference:
                reference.Description = comments[field.FullName];
                break;
        }

        return schema;
    }

    IOpenApiSchema Single(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message or FieldType.Group => Of(field.MessageType),
        FieldType.Enum => Of(field.EnumType),
        FieldType.Bool => new OpenApiSchema { Type = JsonSchemaType.Boolean },
        FieldType.String => new OpenApiSchema { Type = JsonSchemaType.String },
        FieldType.Bytes => new OpenApiSchema { Type = JsonSchemaType.String, ContentEncoding = "base64" },
        FieldType.Double or FieldType.Float => new OpenApiSchema { Type = JsonSchemaType.Number },
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
        FieldType.UInt32 or FieldType.Fixed32 => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "uint32" },
        // 64-bit integers are strings in proto3 JSON: numbers of JavaScript would lose digits.
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => new OpenApiSchema { Type = JsonSchemaType.String, Format = "int64" },
        FieldType.UInt64 or FieldType.Fixed64 => new OpenApiSchema { Type = JsonSchemaType.String, Format = "uint64" },
    };

    OpenApiSchemaReference Of(EnumDescriptor values)
    {
        if (Begin(values.FullName) is { } schema)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. values.Values.Select(v => (JsonNode)v.Name)];
            schema.Description = Describe(values);
        }

        return new OpenApiSchemaReference(values.FullName, document);
    }

    string? Describe(EnumDescriptor values)
    {
        var lines = values.Values.Where(v => comments[v.FullName] is not null).Select(v => $"{v.Name}: {comments[v.FullName]}").Prepend(comments[values.FullName]);
        return string.Join('\n', lines.OfType<string>()) is { Length: > 0 } text ? text : null;
    }

    void Fill(OpenApiSchema schema, string fullName, IEnumerable<FieldDescriptor> fields)
    {
        schema.Type = JsonSchemaType.Object;
        schema.Description = comments[fullName];
        schema.Properties = fields.ToDictionary(f => f.JsonName, Of);
    }

    // Registered before it is filled: messages may hold each other.
    OpenApiSchema? Begin(string name)
    {
        var schemas = document.Components!.Schemas!;
        if (schemas.ContainsKey(name))
            return null;
        var schema = new OpenApiSchema();
        document.AddComponent<IOpenApiSchema>(name, schema);
        return schema;
    }
}
