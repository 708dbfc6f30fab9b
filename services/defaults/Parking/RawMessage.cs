using MassTransit;

namespace Tsunagu.ServiceDefaults.Parking;

/// <summary>A message as it arrived.</summary>
/// <param name="Endpoint">Where.</param>
/// <param name="Body">Its bytes.</param>
sealed record RawMessage(string Endpoint, byte[] Body)
{
    public static RawMessage Of(ReceiveContext context) => new(EndpointOf(context), context.Body.GetBytes());

    /// <summary>Queue from which a message came.</summary>
    public static string EndpointOf(ReceiveContext context) => context.InputAddress.AbsolutePath.Split('/')[^1];
}
