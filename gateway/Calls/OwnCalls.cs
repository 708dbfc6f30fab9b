using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.Net.Http.Headers;
using Tsunagu.Gateway.Problems;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Gateway.Calls;

/// <summary>Answers of requests that the gateway does not pass on but calls services for itself; they read like those of all others.</summary>
static class OwnCalls
{
    static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true));

    /// <summary>Runs a call; what refuses it becomes a problem. A refusal behind the first bytes of an answer cuts it off.</summary>
    public static async Task AnswerAsync(HttpContext context, Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (RpcException refused)
        {
            await ProblemWriter.WriteAsync(context, RpcProblems.From(refused.GoogleStatus(), context.Request.Headers.ContainsKey(HeaderNames.IfMatch)));
        }
        catch (Refusal refusal)
        {
            await ProblemWriter.WriteAsync(context, new Problem(400, refusal.Code, refusal.Detail, [.. refusal.Violations.Select(v => new FieldProblem(v.Field, v.Detail))]));
        }
        catch (BadHttpRequestException bad)
        {
            await ProblemWriter.WriteAsync(context, ProblemTexts.ForStatus(bad.StatusCode));
        }
        catch (Exception gone) when (context.RequestAborted.IsCancellationRequested && gone is OperationCanceledException or IOException)
        {
            context.Abort();
        }
    }

    /// <summary>Writes an answer as JSON.</summary>
    public static Task WriteAsync(HttpContext context, IMessage answer)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(Json.Format(answer), Encoding.UTF8, context.RequestAborted);
    }
}
