using Microsoft.AspNetCore.Http.Metadata;

namespace Tsunagu.Gateway.Edge;

/// <summary>The largest body of an endpoint, in bytes; null for no limit. Set by routing, so that <see cref="BodyChecks"/> knows it.</summary>
sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
