using System.Globalization;
using Grpc.Core;
using Grpc.Shared;
using Microsoft.AspNetCore.Http;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Turns away requests that are no gRPC calls.</summary>
static class RequestCheck
{
    internal static bool Accepts(HttpContext http)
    {
        if (!HttpProtocol.IsHttp2(http.Request.Protocol) && !HttpProtocol.IsHttp3(http.Request.Protocol))
        {
            // The connection header is how HTTP/1.1 is told of another protocol.
            http.Response.Headers.Upgrade = "HTTP/2";
            return Refuse(http, StatusCodes.Status426UpgradeRequired, StatusCode.Internal, $"Request protocol '{http.Request.Protocol}' is not supported.");
        }
        return ProtocolHeaders.IsGrpc(http.Request.ContentType)
            || Refuse(http, StatusCodes.Status415UnsupportedMediaType, StatusCode.Internal, "Content-Type is missing or not supported.");
    }

    internal static bool Refuse(HttpContext http, int httpStatus, StatusCode status, string detail)
    {
        http.Response.StatusCode = httpStatus;
        http.Response.Headers[ProtocolHeaders.Status] = ((int)status).ToString(CultureInfo.InvariantCulture);
        http.Response.Headers[ProtocolHeaders.Message] = PercentText.Encode(detail);
        return false;
    }
}
