namespace Tsunagu.Intake.Domain;

/// <summary>来談者, when somebody other than the person came or called; any part may be missing.</summary>
/// <param name="Name">氏名.</param>
/// <param name="Relationship">関係 to the person, such as 母 or 民生委員.</param>
/// <param name="Phone">電話.</param>
public sealed record Visitor(string? Name, string? Relationship, string? Phone)
{
    /// <summary>Nobody other than the person came.</summary>
    public static Visitor None { get; } = new(null, null, null);
}
