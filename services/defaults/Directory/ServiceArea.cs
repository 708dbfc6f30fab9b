namespace Tsunagu.ServiceDefaults.Directory;

/// <summary>Areas of the suite, which the scope of an agreement names: one for each service.</summary>
public static class ServiceArea
{
    /// <summary>Every area.</summary>
    public static IReadOnlyList<string> All { get; } = ["household", "intake", "referral", "meeting", "notification"];

    /// <summary>
    /// The area that a method belongs to: its proto package; for what every service offers about itself, the service.
    /// </summary>
    /// <param name="method">Full name, such as <c>/tsunagu.intake.v1.IntakeService/OpenCase</c>.</param>
    /// <param name="service">Name of the service that is called.</param>
    public static string Of(string method, string service) =>
        method.Split('.') is [_, var package, ..] && All.Contains(package, StringComparer.Ordinal) ? package : service;
}
