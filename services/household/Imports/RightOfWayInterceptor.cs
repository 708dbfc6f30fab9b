using Grpc.Core;
using Grpc.Core.Interceptors;
using Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households.Imports;

/// <summary>
/// Tells the reading of files that somebody waits. A stream is watched for hours and a file is sent for minutes: neither is waited for. Who asks how far an import is
/// shall not hold it up by that.
/// </summary>
/// <param name="people">To be told.</param>
sealed class RightOfWayInterceptor(RightOfWay people) : Interceptor
{
    static readonly string OfImports = $"/{HouseholdService.Descriptor.FullName}/{nameof(HouseholdRpc.GetImport)}";

    /// <inheritdoc />
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(continuation);
        if (context.Method == OfImports)
            return await continuation(request, context);
        people.Came();
        try
        {
            return await continuation(request, context);
        }
        finally
        {
            people.Answered();
        }
    }
}
