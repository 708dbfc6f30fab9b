using Google.Protobuf.Reflection;
using Microsoft.OpenApi;

namespace Tsunagu.Gateway.OpenApi;

/// <summary>Messages of google.protobuf that have a JSON form of their own.</summary>
static class WellKnownSchemas
{
    /// <summary>The schema, or null for every other message.</summary>
    public static OpenApiSchema? Of(MessageDescriptor message) => message.FullName switch
    {
        "google.protobuf.Timestamp" => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" },
        "google.protobuf.Duration" => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = @"^-?\d+(\.\d+)?s$" },
        "google.protobuf.FieldMask" => new OpenApiSchema { Type = JsonSchemaType.String },
        "google.protobuf.Struct" or "google.protobuf.Any" => new OpenApiSchema { Type = JsonSchemaType.Object },
        "google.protobuf.ListValue" => new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema() },
        "google.protobuf.Value" => new OpenApiSchema(),
        "google.protobuf.BoolValue" => new OpenApiSchema { Type = JsonSchemaType.Boolean | JsonSchemaType.Null },
        "google.protobuf.DoubleValue" or "google.protobuf.FloatValue" => new OpenApiSchema { Type = JsonSchemaType.Number | JsonSchemaType.Null },
        "google.protobuf.Int32Value" or "google.protobuf.UInt32Value" => new OpenApiSchema { Type = JsonSchemaType.Integer | JsonSchemaType.Null },
        "google.protobuf.StringValue" or "google.protobuf.BytesValue" or "google.protobuf.Int64Value" or "google.protobuf.UInt64Value" =>
            new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null },
        _ => null,
    };
}
