namespace Tsunagu.Gateway.Edge;

/// <summary>Marks an endpoint whose answer may go on without end.</summary>
sealed record OpenAnswer;
