using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Tsunagu.Tests.Benchmarks.Guard;
using Tsunagu.Tests.Benchmarks.Screen;

[assembly: HostingStartup(typeof(GuardStartup))]

namespace Tsunagu.Tests.Benchmarks.Guard;

/// <summary>
/// Changes the household service from outside, as ASP.NET Core lets an operator do: the service itself has no switch that turns its
/// guard off.
/// </summary>
sealed class GuardStartup : IHostingStartup
{
    const string Audit = "AuditInterceptor";
    const string Access = "AccessInterceptor";

    static readonly TaskCompletionSource Started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends once the service answers.</summary>
    public static Task Answers => Started.Task;

    public void Configure(IWebHostBuilder builder)
    {
        if (HouseholdServer.Side is not { } side)
            return;
        builder.ConfigureServices(services =>
        {
            services.AddHostedService<Announcer>();
            services.PostConfigure<GrpcServiceOptions>(options => Change(options.Interceptors, side));
        });
    }

    static void Change(InterceptorCollection interceptors, Side side)
    {
        if (side == Side.Open)
            interceptors.RemoveAt(PlaceOf(interceptors, Audit));
        if (side == Side.Bare)
            interceptors.Add<BareView>();
        if (side != Side.Timed)
            return;
        interceptors.Add<AdmissionBegins>();
        interceptors.Add<AdmissionEnds>();
        interceptors.Add<Yardstick>();
        var (begins, place) = (interceptors[^3], PlaceOf(interceptors, Access));
        interceptors.Remove(begins);
        interceptors.Insert(place, begins);
    }

    // Its name, because the type is the service's own business.
    static int PlaceOf(InterceptorCollection interceptors, string name) =>
        interceptors.Select((one, place) => (one.Type.Name, place)).Single(one => one.Name == name).place;

    sealed class Announcer(IHostApplicationLifetime lifetime) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            lifetime.ApplicationStarted.Register(Started.SetResult);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
