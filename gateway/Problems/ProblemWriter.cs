using System.Diagnostics;
using System.Globalization;
using Google.Protobuf;
using Microsoft.Net.Http.Headers;
using Tsunagu.Gateway.Web;

namespace Tsunagu.Gateway.Problems;

/// <summary>Answers a request with a problem: problem+json, or the status of a call to a gRPC client.</summary>
static class ProblemWriter
{
    /// <summary>Media type of RFC 9457.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>Writes the answer; a response that has begun is cut off instead, so that it cannot pass for a whole one.</summary>
    public static Task WriteAsync(HttpContext context, Problem problem)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        problem = problem with { TraceId = Activity.Current?.TraceId.ToString() };
        return IsGrpc(context.Request) ? WriteStatus(context, problem) : WriteJson(context.Response, problem);
    }

    /// <summary>True for a call of a gRPC client.</summary>
    public static bool IsGrpc(HttpRequest request) =>
        request.ContentType?.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) is true;

    static Task WriteJson(HttpResponse response, Problem problem)
    {
        response.StatusCode = problem.Status;
        response.ContentLength = null;
        response.Headers.CacheControl = "no-store";
        if (problem.Status is 429 or 503)
            response.Headers.RetryAfter = "1";
        return response.WriteAsJsonAsync(problem, ProblemJson.Readable.Problem, MediaType);
    }

    static Task WriteStatus(HttpContext context, Problem problem)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentLength = null;
        response.Headers.Remove(HeaderNames.Allow);
        // A request of gRPC-Web that is no call, such as a GET, has not been turned.
        response.ContentType = WebCall.Is(context.Request) ? "application/grpc-web" : "application/grpc";
        response.Headers.GrpcStatus = GrpcCode(problem.Status).ToString(CultureInfo.InvariantCulture);
        response.Headers.GrpcMessage = Uri.EscapeDataString(problem.Detail);
        response.Headers["grpc-status-details-bin"] = Convert.ToBase64String(RpcProblems.ToStatus(problem, GrpcCode(problem.Status)).ToByteArray());
        return response.CompleteAsync();
    }

    static int GrpcCode(int status) => status switch
    {
        400 => (int)Google.Rpc.Code.InvalidArgument,
        401 => (int)Google.Rpc.Code.Unauthenticated,
        403 => (int)Google.Rpc.Code.PermissionDenied,
        404 or 405 or 501 => (int)Google.Rpc.Code.Unimplemented,
        408 or 504 => (int)Google.Rpc.Code.DeadlineExceeded,
        413 or 429 or 431 => (int)Google.Rpc.Code.ResourceExhausted,
        499 => (int)Google.Rpc.Code.Cancelled,
        502 or 503 => (int)Google.Rpc.Code.Unavailable,
        _ => (int)Google.Rpc.Code.Internal,
    };
}
