using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Aspire.Dashboard.Otlp;

/// <summary>An OTLP/HTTP path that takes protobuf bodies.</summary>
static class ExportEndpoint
{
    const string Protobuf = "application/x-protobuf";

    public static void MapExport<TRequest, TResponse>(this IEndpointRouteBuilder routes, string path, MessageParser<TRequest> parser, Func<TRequest, TResponse> receive)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse> =>
        routes.MapPost(path, async context =>
        {
            // Other content types stay out: they could be sent by any web page without asking first.
            if (context.Request.ContentType?.Split(';')[0].Trim() != Protobuf)
            {
                context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
                return;
            }
            var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            if (TryParse(parser, body) is not { } request)
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return;
            }
            context.Response.ContentType = Protobuf;
            await context.Response.Body.WriteAsync(receive(request).ToByteArray(), context.RequestAborted);
        });

    static TRequest? TryParse<TRequest>(MessageParser<TRequest> parser, MemoryStream body) where TRequest : IMessage<TRequest>
    {
        try
        {
            return parser.ParseFrom(body.GetBuffer(), 0, (int)body.Length);
        }
        catch (InvalidProtocolBufferException)
        {
            return default;
        }
    }
}
