using Grpc.Core;
using Microsoft.Net.Http.Headers;
using Tsunagu.ServiceDefaults.Access;

namespace Tsunagu.Gateway.Routing;

/// <summary>What a call that the gateway makes itself carries on from the caller's request; the rest of the headers end here.</summary>
static class CallerHeaders
{
    static readonly string[] Forwarded = [HeaderNames.Authorization, PurposeHeader.Name];

    /// <summary>Token and purpose as metadata, as far as they were given.</summary>
    public static Metadata Of(HttpRequest request)
    {
        var metadata = new Metadata();
        foreach (var name in Forwarded.Where(n => request.Headers.ContainsKey(n)))
            metadata.Add(name, request.Headers[name].ToString());
        return metadata;
    }
}
