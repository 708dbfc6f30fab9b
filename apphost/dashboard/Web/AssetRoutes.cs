using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Aspire.Dashboard.Web;

/// <summary>The style sheet, the script and the icon, from the assembly.</summary>
static class AssetRoutes
{
    public static void MapAssets(this IEndpointRouteBuilder routes)
    {
        routes.MapAsset("site.css", "text/css; charset=utf-8");
        routes.MapAsset("site.js", "text/javascript; charset=utf-8");
        routes.MapAsset("icon.svg", "image/svg+xml");
    }

    static void MapAsset(this IEndpointRouteBuilder routes, string name, string contentType)
    {
        using var stream = typeof(AssetRoutes).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException("An embedded asset is missing.", name);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var content = copy.ToArray();
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8))}\"");
        routes.MapGet($"/assets/{name}", () => Results.Bytes(content, contentType, entityTag: tag));
    }
}
