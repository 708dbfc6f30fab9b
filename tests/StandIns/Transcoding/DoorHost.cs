using System.Net;
using Google.Protobuf.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tests.Shapes.V1;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Contracts.Meetings.V1;
using Tsunagu.Contracts.Notifications.V1;
using Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Tests.StandIns.Transcoding;

/// <summary>The HTTP door with every service of the suite and the shapes behind it, none of which does anything: <see cref="Calls"/> answers.</summary>
sealed class DoorHost : IAsyncDisposable
{
    readonly WebApplication app;

    DoorHost(WebApplication app, CaughtCalls calls)
    {
        this.app = app;
        Calls = calls;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public Uri Address { get; }

    public CaughtCalls Calls { get; }

    public static IReadOnlyList<Google.Protobuf.Reflection.ServiceDescriptor> Services { get; } =
    [
        Shapes.Descriptor, HouseholdService.Descriptor, LinkService.Descriptor, LifeEventService.Descriptor, SupportService.Descriptor, ResidentRecordService.Descriptor,
        IntakeService.Descriptor, MeetingService.Descriptor, NotificationService.Descriptor, ReferralService.Descriptor, DirectoryService.Descriptor, SubscriptionService.Descriptor,
    ];

    /// <summary>Types that an Any of a request may hold.</summary>
    public static TypeRegistry Types { get; } = TypeRegistry.FromFiles(Shapes.Descriptor.File, Google.Protobuf.WellKnownTypes.WrappersReflection.Descriptor);

    public static async Task<DoorHost> StartAsync()
    {
        var calls = new CaughtCalls();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        builder.Services.AddSingleton(calls);
        builder.Services.AddGrpc(options => options.Interceptors.Add<CaughtCalls>()).AddJsonTranscoding(options => options.TypeRegistry = Types);
        var app = builder.Build();
        app.MapGrpcService<ShapesDoor>();
        app.MapGrpcService<FilesDoor>();
        app.MapGrpcService<HouseholdDoor>();
        app.MapGrpcService<LinkDoor>();
        app.MapGrpcService<LifeEventDoor>();
        app.MapGrpcService<SupportDoor>();
        app.MapGrpcService<ResidentRecordDoor>();
        app.MapGrpcService<IntakeDoor>();
        app.MapGrpcService<MeetingDoor>();
        app.MapGrpcService<NotificationDoor>();
        app.MapGrpcService<ReferralDoor>();
        app.MapGrpcService<DirectoryDoor>();
        app.MapGrpcService<SubscriptionDoor>();
        await app.StartAsync();
        return new DoorHost(app, calls);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    sealed class ShapesDoor : Shapes.ShapesBase;

    sealed class HouseholdDoor : HouseholdService.HouseholdServiceBase;

    sealed class LinkDoor : LinkService.LinkServiceBase;

    sealed class LifeEventDoor : LifeEventService.LifeEventServiceBase;

    sealed class SupportDoor : SupportService.SupportServiceBase;

    sealed class ResidentRecordDoor : ResidentRecordService.ResidentRecordServiceBase;

    sealed class IntakeDoor : IntakeService.IntakeServiceBase;

    sealed class MeetingDoor : MeetingService.MeetingServiceBase;

    sealed class NotificationDoor : NotificationService.NotificationServiceBase;

    sealed class ReferralDoor : ReferralService.ReferralServiceBase;

    sealed class DirectoryDoor : DirectoryService.DirectoryServiceBase;

    sealed class SubscriptionDoor : SubscriptionService.SubscriptionServiceBase;

    sealed class FilesDoor : Files.FilesBase;
}
