namespace Aspire.Dashboard.Resources;

/// <summary>One line a resource wrote.</summary>
/// <param name="Time">When the host read it.</param>
/// <param name="Text">The line without its end; terminal colour codes are removed on receipt.</param>
/// <param name="IsError">True when it came from standard error.</param>
public sealed record ConsoleLine(DateTimeOffset Time, string Text, bool IsError = false);
