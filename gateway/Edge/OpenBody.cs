namespace Tsunagu.Gateway.Edge;

/// <summary>Marks an endpoint whose body may pause: a client stream that waits for what happens.</summary>
sealed record OpenBody;
