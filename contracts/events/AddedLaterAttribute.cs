namespace Tsunagu.Contracts.Events;

/// <summary>
/// A property that the first release of its event did not have: null in an event that is still on its way from there, which handlers take as it was meant then.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AddedLaterAttribute : Attribute;
