namespace Tsunagu.Gateway.Edge;

/// <summary>Breaks open streams off when the gateway is told to stop: nobody ends them otherwise, and their readers resume elsewhere.</summary>
sealed class StreamsEnd(RequestDelegate next, IHostApplicationLifetime lifetime)
{
    /// <summary>Runs after routing.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<OpenAnswer>() is null)
        {
            await next(context);
            return;
        }

        await using var stop = lifetime.ApplicationStopping.Register(context.Abort);
        await next(context);
    }
}
