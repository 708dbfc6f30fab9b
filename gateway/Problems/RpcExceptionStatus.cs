using Grpc.Core;
using Status = Google.Rpc.Status;

namespace Tsunagu.Gateway.Problems;

/// <summary>The rich status of a failed call.</summary>
static class RpcExceptionStatus
{
    const string DetailsKey = "grpc-status-details-bin";

    /// <summary>The status with its details, or the bare code when the service sent none.</summary>
    public static Status GoogleStatus(this RpcException exception) =>
        exception.Trailers.GetValueBytes(DetailsKey) is { } details
            ? Status.Parser.ParseFrom(details)
            : new Status { Code = (int)exception.StatusCode };
}
