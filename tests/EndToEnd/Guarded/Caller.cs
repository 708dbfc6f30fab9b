using Grpc.Core;
using Grpc.Net.Client;
using Tsunagu.Contracts.Grants.V1;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Contracts.Meetings.V1;

namespace Tsunagu.Tests.EndToEnd.Guarded;

/// <summary>A staff member at the gateway's gRPC door.</summary>
sealed class Caller(Reader who, GrpcChannel channel, string token)
{
    public Reader Who => who;

    public IntakeService.IntakeServiceClient Intake { get; } = new(channel);

    public ConsentService.ConsentServiceClient Consents { get; } = new(channel);

    public GrantService.GrantServiceClient Grants { get; } = new(channel);

    public MeetingService.MeetingServiceClient Meetings { get; } = new(channel);

    public Metadata Headers { get; } = new()
    {
        { "authorization", "Bearer " + token }, { "tsunagu-purpose", "consultation" }, { "tsunagu-service", "intake" },
    };
}
