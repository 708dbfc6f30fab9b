namespace Tsunagu.ServiceDefaults;

/// <summary>Name of the running service, such as <c>referral</c>.</summary>
/// <param name="Value">Lower case, hyphens between words.</param>
public sealed record ServiceName(string Value);
