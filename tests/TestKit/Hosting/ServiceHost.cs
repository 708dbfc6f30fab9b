using System.Diagnostics;
using System.Net;
using System.Reflection;
using Grpc.Core;
using Grpc.Net.Client;
using MassTransit;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Tsunagu.Tests.TestKit.Hosting;

/// <summary>A service of the suite inside the test process: its own Program.cs, its own listeners, its own configuration files.</summary>
public sealed class ServiceHost : IAsyncDisposable
{
    readonly IHost _host;
    readonly Task _program;

    ServiceHost(IHost host, Task program) => (_host, _program) = (host, program);

    /// <summary>What the service registered.</summary>
    public IServiceProvider Services => _host.Services;

    /// <summary>Where it answers gRPC: the first of its two listeners.</summary>
    public Uri GrpcAddress => new(_host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Calls on behalf of whoever holds the token.</summary>
    /// <param name="token">Bearer token; empty sends none.</param>
    /// <param name="purpose">Purpose of every call; null sends none.</param>
    public CallInvoker As(string token, string? purpose = null) => At(GrpcAddress, token, purpose);

    /// <summary>The same over REST, which the gateway passes on as it came.</summary>
    /// <inheritdoc cref="As"/>
    public HttpClient RestAs(string token, string? purpose = null) => new(new CallerHandler(token, purpose))
    {
        BaseAddress = GrpcAddress,
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    /// <summary>Calls whoever answers at an address.</summary>
    /// <inheritdoc cref="As"/>
    public static CallInvoker At(Uri address, string token, string? purpose = null) => GrpcChannel.ForAddress(
        address, new GrpcChannelOptions { HttpHandler = new CallerHandler(token, purpose) }).CreateCallInvoker();

    /// <summary>Runs the Main of a service and waits until it answers.</summary>
    /// <param name="name">Name of the service, such as <c>intake</c>: its folder below <c>services</c>, whose configuration files apply.</param>
    /// <param name="settings">Configuration, as on a command line.</param>
    public static async Task<ServiceHost> StartAsync(string name, IReadOnlyDictionary<string, string> settings)
    {
        using var building = new HostCapture();
        var program = Begin(name, settings);
        if (await Task.WhenAny(building.Host, program) == program) throw await FailureAsync(program);

        var host = await building.Host;
        var answers = new TaskCompletionSource();
        using var started = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(answers.SetResult);
        return await Task.WhenAny(answers.Task, program) == program ? throw await FailureAsync(program) : new(host, program);
    }

    /// <summary>Runs the Main of a service as far as its migrated database.</summary>
    /// <inheritdoc cref="StartAsync"/>
    public static async Task MigrateAsync(string name, IReadOnlyDictionary<string, string> settings)
    {
        using var building = new HostCapture();
        await Begin(name, new Dictionary<string, string>(settings) { ["Database:Migrate"] = "only" });
        // Its process would end now, and take the connections along.
        await ((IAsyncDisposable)await building.Host).DisposeAsync();
    }

    /// <summary>Stops it as a process manager would, and waits until its Main has returned.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_program.IsCompleted)
        {
            // A bus that is told to stop while it starts goes on starting: its process would end, this one reads on beside the next test's.
            if (_host.Services.GetService<IBusControl>() is { } bus)
                _ = await bus.WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromSeconds(10));
            _host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        }

        await _program;
    }

    static Task Begin(string name, IReadOnlyDictionary<string, string> settings)
    {
        var main = Assembly.Load($"Tsunagu.{char.ToUpperInvariant(name[0])}{name[1..]}").EntryPoint!;
        string[] args =
        [
            "--contentRoot", Repository.PathOf($"services/{name}"), "--environment", "Development",
            .. settings.Select(setting => $"--{setting.Key}={setting.Value}"),
        ];
        return Task.Factory.StartNew(() => Run(main, args), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    static void Run(MethodInfo main, string[] args)
    {
        try
        {
            _ = main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [args], null);
        }
        finally
        {
            // A refused start sets it for the process; here the process is the test run.
            Environment.ExitCode = 0;
        }
    }

    static async Task<Exception> FailureAsync(Task program)
    {
        await program;
        return new UnreachableException("The service ended before it answered; its log says why.");
    }
}
