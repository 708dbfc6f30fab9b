using System.Net;
using Microsoft.AspNetCore.Diagnostics;
using Yarp.ReverseProxy.Forwarder;

namespace Tsunagu.Gateway.Problems;

/// <summary>Gives a bare error status, whoever set it, the form all errors have.</summary>
static class StatusProblems
{
    /// <summary>For responses with a status and no body.</summary>
    public static async Task WriteAsync(StatusCodeContext page) => await ProblemWriter.WriteAsync(page.HttpContext, await ForAsync(page.HttpContext));

    /// <summary>For an exception of the gateway itself; the exception handler has logged it.</summary>
    public static Task WriteUnexpectedAsync(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        return ProblemWriter.WriteAsync(context, ProblemTexts.ForStatus(error is BadHttpRequestException bad ? bad.StatusCode : 500));
    }

    static async Task<Problem> ForAsync(HttpContext context) => context.GetForwarderErrorFeature() is { } failure
        ? ProblemTexts.ForStatus(StatusOf(failure))
        : context.Response.StatusCode == StatusCodes.Status401Unauthorized ? await TokenProblems.ForAsync(context)
        : ProblemTexts.ForStatus(context.Response.StatusCode);

    /// <summary>The status that says whose fault a failed forward was.</summary>
    public static int StatusOf(IForwarderErrorFeature failure) => failure.Error switch
    {
        _ when BadRequestIn(failure.Exception) is { } bad => bad.StatusCode,
        ForwarderError.NoAvailableDestinations or ForwarderError.Request or ForwarderError.RequestCreation => 503,
        ForwarderError.RequestTimedOut => 504,
        ForwarderError.RequestCanceled or ForwarderError.RequestBodyCanceled or ForwarderError.ResponseBodyCanceled or ForwarderError.ResponseBodyDestination => 499,
        ForwarderError.RequestBodyClient => 400,
        _ => (int)HttpStatusCode.BadGateway,
    };

    // A body that is too large or too slow surfaces while it is copied.
    static BadHttpRequestException? BadRequestIn(Exception? exception) => exception switch
    {
        null => null,
        BadHttpRequestException bad => bad,
        AggregateException many => many.InnerExceptions.Select(BadRequestIn).FirstOrDefault(b => b is not null),
        _ => BadRequestIn(exception.InnerException),
    };
}
