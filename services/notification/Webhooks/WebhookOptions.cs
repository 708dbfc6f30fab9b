namespace Tsunagu.Notifications.Webhooks;

/// <summary>How deliveries are made; section <c>Webhooks</c> of the configuration.</summary>
sealed class WebhookOptions
{
    public const string Section = "Webhooks";

    /// <summary>Lets deliveries reach private and local addresses; by default in development alone.</summary>
    public bool AllowPrivateTargets { get; set; }

    /// <summary>A partner answers within this time, or the attempt counts as unanswered.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long a worker owns what it claimed. Longer than an attempt can take, with what comes before and after it.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(40);

    /// <summary>Deliveries on their way at once, over all partners.</summary>
    public int Parallel { get; set; } = 32;

    /// <summary>Deliveries on their way at once to one subscription, so that a slow partner never holds up the others.</summary>
    public int ParallelPerSubscription { get; set; } = 8;
}
