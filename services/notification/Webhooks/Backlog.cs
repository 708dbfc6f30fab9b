namespace Tsunagu.Notifications.Webhooks;

/// <summary>What waits at one moment.</summary>
/// <param name="Pending">Deliveries that wait.</param>
/// <param name="Failed">Deliveries that were given up.</param>
/// <param name="OldestSeconds">Age of the oldest event among those that wait, in seconds.</param>
readonly record struct Backlog(long Pending, long Failed, double OldestSeconds);
