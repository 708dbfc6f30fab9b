using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.ServiceDefaults.Messaging;

/// <summary>Wakes the dispatcher of the outbox.</summary>
sealed class OutboxSignal : CommitSignal;
