using Grpc.AspNetCore.Server.Internal.Methods;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Grpc.AspNetCore.Server.Internal;

/// <summary>Maps a method to the endpoints of one transport.</summary>
interface IMethodMapper
{
    IEnumerable<IEndpointConventionBuilder> Map(IEndpointRouteBuilder builder, ServerMethod method);
}
