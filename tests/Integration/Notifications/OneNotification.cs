using Xunit;

namespace Tsunagu.Tests.Integration.Notifications;

/// <summary>
/// Tests around one notification service. Queues have one reader at a time, so two notification services with databases of
/// their own must not live on one broker at the same moment.
/// </summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class OneNotification : ICollectionFixture<NotificationSuite>;

/// <summary>Tests that start notification services themselves, one test after the other.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class OwnNotifications;
