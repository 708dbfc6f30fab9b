using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.AppHost;

/// <summary>What the suite says of a process that took the place of another.</summary>
public sealed class RestartHealthTests
{
    [Fact]
    public async Task ProcessStartedAgain_IsNotHealthyByWhatItsPredecessorAnswered()
    {
        Assert.SkipUnless(
            string.IsNullOrEmpty(Environment.GetEnvironmentVariable("ConnectionStrings__postgres")), "The server was given from outside.");
        var check = new HeldCheck();
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { Args = ["--ephemeral"], DisableDashboard = true });
        builder.Services.AddHealthChecks().AddAsyncCheck("held", check.AskAsync);
        var postgres = builder.AddPostgres("postgres").WithHealthCheck("held");
        await using var app = builder.Build();
        await app.StartAsync(TestContext.Current.CancellationToken);
        var first = await app.ResourceNotifications.WaitForResourceHealthyAsync("postgres", TestContext.Current.CancellationToken);
        using var process = await ServerAsync(postgres.Resource);

        using var over = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var told = new ConcurrentQueue<CustomResourceSnapshot>();
        var listening = Task.Run(async () =>
        {
            await foreach (var change in app.ResourceNotifications.WatchAsync(over.Token))
            {
                if (change.Resource.Name == "postgres" && change.Snapshot.StartTimeStamp > first.Snapshot.StartTimeStamp)
                    told.Enqueue(change.Snapshot);
            }
        }, CancellationToken.None);
        check.Hold();
        await Eventually.HoldsAsync(() => Task.FromResult(check.IsHeld), "the running server is asked");
        process.Kill();
        await Eventually.HoldsAsync(() => Task.FromResult(told.Any(IsRunning)), "the server is started again");
        check.Release();
        await Eventually.HoldsAsync(() => Task.FromResult(check.AskedSince > 1), "the new server is asked");
        await over.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listening);

        Assert.All(told.Where(IsRunning), snapshot => Assert.Equal(HealthStatus.Unhealthy, snapshot.HealthStatus));
    }

    static bool IsRunning(CustomResourceSnapshot snapshot) => snapshot.State?.Text == KnownResourceStates.Running;

    static async Task<Process> ServerAsync(IResourceWithConnectionString server)
    {
        await using var connection = new NpgsqlConnection(await server.GetConnectionStringAsync());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select pg_read_file('postmaster.pid')", connection);
        return Process.GetProcessById(int.Parse(((string)(await command.ExecuteScalarAsync())!).Split('\n')[0], CultureInfo.InvariantCulture));
    }

    /// <summary>Healthy until it is held; the answer that was held is healthy as well, later ones are not.</summary>
    sealed class HeldCheck
    {
        readonly TaskCompletionSource<HealthCheckResult> held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        readonly Lock gate = new();
        bool holds;

        public bool IsHeld { get; private set; }

        /// <summary>Times it was asked after the answer that is held.</summary>
        public int AskedSince { get; private set; }

        public void Hold()
        {
            lock (gate)
                holds = true;
        }

        public void Release() => held.SetResult(HealthCheckResult.Healthy());

        public Task<HealthCheckResult> AskAsync()
        {
            lock (gate)
            {
                if (!holds)
                    return Task.FromResult(HealthCheckResult.Healthy());
                if (!IsHeld)
                {
                    IsHeld = true;
                    return held.Task;
                }
                AskedSince++;
                return Task.FromResult(HealthCheckResult.Unhealthy());
            }
        }
    }
}
