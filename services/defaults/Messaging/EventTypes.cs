using System.Collections.Concurrent;
using Tsunagu.Contracts.Events;

namespace Tsunagu.ServiceDefaults.Messaging;

/// <summary>Event types by the name that the outbox keeps.</summary>
static class EventTypes
{
    static readonly ConcurrentDictionary<string, Type> Known = new(StringComparer.Ordinal);

    /// <exception cref="TypeLoadException">The type is gone: its aggregate waits, because skipping would break the order.</exception>
    public static Type Resolve(string name) => Known.GetOrAdd(name, static text =>
        Type.GetType(text, throwOnError: true) is { } type && typeof(IIntegrationEvent).IsAssignableFrom(type)
            ? type
            : throw new TypeLoadException($"{text} is not an integration event."));
}
