using Microsoft.AspNetCore.Http;

namespace Tsunagu.Tests.EndToEnd.Storm;

/// <summary>A partner's server that now and then takes a webhook and answers with 503, as one does that dies at the wrong moment.</summary>
/// <param name="share">Share of webhooks answered so: 0 to 1.</param>
/// <param name="seed">Decides which.</param>
sealed class Hiccups(double share, int seed)
{
    readonly Random random = new(seed);

    public Task<int> AnswerAsync(string body, int before)
    {
        lock (random)
            return Task.FromResult(random.NextDouble() < share ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status204NoContent);
    }
}
