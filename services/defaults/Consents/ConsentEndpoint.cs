namespace Tsunagu.ServiceDefaults.Consents;

/// <summary>Queues on which services hear of consents.</summary>
public static class ConsentEndpoint
{
    /// <summary>Services that share on consents which the intake service keeps: a revocation is whole when each of them has said so.</summary>
    public static IReadOnlyList<string> Sharing { get; } = ["referral", "meeting"];

    /// <summary>Where the intake service hears that what rested on a consent is closed.</summary>
    public static string Intake { get; } = Of("intake");

    /// <summary>Queue of a service, such as <c>referral-consent</c>.</summary>
    public static string Of(string service) => service + "-consent";
}
