using System.Net.Http.Headers;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Identity;

namespace Tsunagu.ServiceDefaults.Clients;

/// <summary>Sends the caller's token and purpose along, or this service's own token outside a call.</summary>
sealed class TokenHandler(ServiceToken own) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (CurrentCall.Value is { } call)
        {
            if (call.RequestHeaders.GetValue("authorization") is { } token)
                request.Headers.TryAddWithoutValidation("authorization", token);
            if (!request.Headers.Contains(PurposeHeader.Name) && call.RequestHeaders.GetValue(PurposeHeader.Name) is { } purpose)
                request.Headers.TryAddWithoutValidation(PurposeHeader.Name, purpose);
        }
        else
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await own.GetAsync(cancellationToken));
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
