namespace Aspire.Hosting.ApplicationModel;

/// <summary>Where a resource stands.</summary>
/// <param name="Text">One of <see cref="KnownResourceStates"/>, or other text.</param>
/// <param name="Style">How to show it.</param>
public sealed record ResourceStateSnapshot(string Text, string? Style)
{
    /// <summary>A state without style.</summary>
    /// <param name="s">The text.</param>
    public static implicit operator ResourceStateSnapshot?(string? s) => s is null ? null : new(s, Style: null);
}
