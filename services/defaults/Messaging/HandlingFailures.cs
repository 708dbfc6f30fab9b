namespace Tsunagu.ServiceDefaults.Messaging;

/// <summary>A handler failed for good: after a few retries the message is parked.</summary>
/// <param name="endpoint">Endpoint that took the event.</param>
/// <param name="eventId">The event.</param>
/// <param name="cause">Type of the cause; its text may hold personal data and stays in the service.</param>
public sealed class HandlingFailedException(string endpoint, Guid eventId, string cause)
    : Exception($"{endpoint} failed to handle event {eventId}: {cause}")
{
    /// <summary>Type of the cause.</summary>
    public string Cause => cause;
}

/// <summary>Something the handler needs is away for the moment: the event waits, and those behind it do too.</summary>
/// <param name="endpoint">Endpoint that took the event.</param>
/// <param name="eventId">The event.</param>
public sealed class HandlingPostponedException(string endpoint, Guid eventId)
    : Exception($"{endpoint} cannot handle event {eventId} for the moment.");
