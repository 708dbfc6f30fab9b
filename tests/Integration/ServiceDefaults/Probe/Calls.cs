using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.ServiceDefaults.Errors;

namespace Tsunagu.Tests.Integration.ServiceDefaults.Probe;

/// <summary>The probe service as a client sees it.</summary>
public sealed class Calls(Uri address) : IDisposable
{
    readonly GrpcChannel channel = GrpcChannel.ForAddress(address);

    public ReferralService.ReferralServiceClient Referrals => new(channel);

    public GrpcChannel Channel => channel;

    public static CallOptions As(string? token, string? purpose = "consultation", DateTime? deadline = null)
    {
        var headers = new Metadata();
        if (token is not null)
            headers.Add("authorization", "Bearer " + token);
        if (purpose is not null)
            headers.Add("tsunagu-purpose", purpose);
        return new(headers, deadline, Xunit.TestContext.Current.CancellationToken);
    }

    public static CreateReferralRequest Create(string? requestId = null, string purpose = "住まいの相談") =>
        new() { RequestId = requestId ?? Guid.NewGuid().ToString(), Content = new SheetContent { Purpose = purpose } };

    /// <summary>What a refused call was told.</summary>
    public static async Task<(StatusCode Status, string Code, string Detail, string[] Fields)> RefusalAsync<T>(AsyncUnaryCall<T> call)
    {
        var e = await Xunit.Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync);
        var status = Google.Rpc.Status.Parser.ParseFrom(e.Trailers.GetValueBytes("grpc-status-details-bin"));
        var info = status.Details.First(detail => detail.Is(ErrorInfo.Descriptor)).Unpack<ErrorInfo>();
        var fields = status.Details.Where(detail => detail.Is(BadRequest.Descriptor))
            .SelectMany(detail => detail.Unpack<BadRequest>().FieldViolations).Select(violation => violation.Field).ToArray();
        Xunit.Assert.Equal("tsunagu", info.Domain);
        Xunit.Assert.Equal((int)e.StatusCode, status.Code);
        return (e.StatusCode, ErrorReason.Of(info), e.Status.Detail, fields);
    }

    public void Dispose() => channel.Dispose();
}
