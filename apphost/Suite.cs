using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Hosting;
using Tsunagu.AppHost.Demo;

namespace Tsunagu.AppHost;

/// <summary>Brings the suite up, says when it is ready, and tells the demo when it was asked for.</summary>
static class Suite
{
    const string DashboardAddress = "ASPNETCORE_URLS";

    static readonly TimeSpan WaitingTold = TimeSpan.FromSeconds(20);

    /// <summary>A port, unless the configuration names another.</summary>
    public static int Port(this IDistributedApplicationBuilder builder, string key, int port) =>
        builder.Configuration[key] is { } other ? int.Parse(other, CultureInfo.InvariantCulture) : port;

    /// <summary>Processes of each service: one, unless the configuration says how many in <c>Replicas</c>.</summary>
    public static int Replicas(this IDistributedApplicationBuilder builder) =>
        builder.Configuration["Replicas"] is { } count ? int.Parse(count, CultureInfo.InvariantCulture) : 1;

    /// <summary>Runs until Ctrl+C; with the argument <c>demo</c>, until the demo has been told.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IDistributedApplicationBuilder builder, string[] args)
    {
        try
        {
            var demo = args is ["demo", .. var rest] ? DemoOptions.Parse(rest, Path.Combine(builder.AppHostDirectory, "sample")) : null;
            if (demo is not null && await DemoCommand.IsSuiteUpAsync(demo, CancellationToken.None))
                return await new DemoCommand(demo, Console.Out).RunAsync(CancellationToken.None);
            return await StartAsync(builder, demo);
        }
        catch (Exception problem) when (problem is DistributedApplicationException or DemoFailure)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C before everything was up.
            return 130;
        }
    }

    static async Task<int> StartAsync(IDistributedApplicationBuilder builder, DemoOptions? demo)
    {
        await using var app = builder.Build();
        var stopping = ((IHostApplicationLifetime)app.Services.GetService(typeof(IHostApplicationLifetime))!).ApplicationStopping;
        await app.StartAsync();
        try
        {
            await WaitUntilHealthyAsync(builder.Resources.OfType<ProjectResource>().ToDictionary(
                project => project.Name,
                project => (Task)app.ResourceNotifications.WaitForResourceHealthyAsync(project.Name, stopping)));
            Console.WriteLine($"ready: gateway {Address(builder, "gateway", "http")} dashboard {builder.Configuration[DashboardAddress] ?? "http://localhost:18888"}");
            if (demo is not null)
                return await new DemoCommand(demo, Console.Out).RunAsync(stopping);
            await app.WaitForShutdownAsync();
            return 0;
        }
        finally
        {
            await app.StopAsync();
        }
    }

    // Whoever sits before a start that takes long is told what it waits for.
    static async Task WaitUntilHealthyAsync(Dictionary<string, Task> projects)
    {
        var all = Task.WhenAll(projects.Values);
        while (await Task.WhenAny(all, Task.Delay(WaitingTold)) != all)
            Console.WriteLine($"waiting: {string.Join(' ', projects.Where(project => !project.Value.IsCompleted).Select(project => project.Key))}");
        await all;
    }

    static string Address(IDistributedApplicationBuilder builder, string project, string endpoint) =>
        builder.Resources.OfType<ProjectResource>().Single(resource => resource.Name == project).GetEndpoint(endpoint).Url;
}
