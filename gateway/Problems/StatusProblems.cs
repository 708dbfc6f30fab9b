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
        _ when In<BadHttpRequestException>(failure.Exception) is { } bad => bad.StatusCode,
        ForwarderError.NoAvailableDestinations or ForwarderError.Request or ForwarderError.RequestCreation => 503,
        ForwarderError.RequestTimedOut => 504,
        ForwarderError.RequestCanceled or ForwarderError.RequestBodyCanceled or ForwarderError.ResponseBodyCanceled or ForwarderError.ResponseBodyDestination => 499,
        // When the service goes away under a body, reading on is called off, which the proxy takes for a failure of the reading.
        ForwarderError.RequestBodyClient when In<OperationCanceledException>(failure.Exception) is null => 400,
        _ => (int)HttpStatusCode.BadGateway,
    };

    // A body that is too large or too slow surfaces while it is copied.
    static T? In<T>(Exception? exception)
        where T : Exception => exception switch
        {
            null => null,
            T found => found,
            AggregateException many => many.InnerExceptions.Select(In<T>).FirstOrDefault(one => one is not null),
            _ => In<T>(exception.InnerException),
        };
}
