namespace Tsunagu.Gateway.Edge;

/// <summary>Marks an endpoint whose body is JSON.</summary>
sealed record JsonBody;
