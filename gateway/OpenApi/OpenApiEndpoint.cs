using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using Tsunagu.Gateway.Catalogue;

namespace Tsunagu.Gateway.OpenApi;

/// <summary>Serves the description, written once and revalidated by its hash.</summary>
sealed class OpenApiEndpoint(ContractCatalogue catalogue)
{
    /// <summary>Where it is found.</summary>
    public const string Path = "/openapi/v1.json";

    readonly Lazy<Task<byte[]>> document = new(() => WriteAsync(catalogue));

    /// <summary>The description as JSON, or 304 to a caller that has it.</summary>
    public async Task<IResult> GetAsync(HttpContext context)
    {
        var bytes = await document.Value;
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(bytes, "application/json", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\""));
    }

    static async Task<byte[]> WriteAsync(ContractCatalogue catalogue)
    {
        var comments = new ContractComments(typeof(Contracts.Options.V1.AccessOption).Assembly);
        var json = await ContractDocument.Build(catalogue, comments).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);
        return Encoding.UTF8.GetBytes(json);
    }
}
