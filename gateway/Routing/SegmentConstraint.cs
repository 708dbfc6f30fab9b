namespace Tsunagu.Gateway.Routing;

/// <summary>A path variable never holds a colon: what follows one is a custom verb.</summary>
sealed class SegmentConstraint : IRouteConstraint
{
    /// <summary>Name of the constraint in route patterns.</summary>
    public const string Name = "segment";

    /// <inheritdoc/>
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value) && value is string { Length: > 0 } text && !text.Contains(':');
}
