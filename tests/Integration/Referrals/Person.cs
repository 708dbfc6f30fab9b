namespace Tsunagu.Tests.Integration.Referrals;

/// <summary>A caller.</summary>
public sealed record Person(string Staff, string Agency, params string[] Roles);
