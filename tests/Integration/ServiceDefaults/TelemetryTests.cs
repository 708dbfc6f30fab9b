using System.Collections.Concurrent;
using System.Diagnostics;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Trace;
using Tsunagu.Tests.Integration.ServiceDefaults.Probe;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.ServiceDefaults;

/// <summary>Names planted in requests, exceptions and statements; none may be in what is exported or printed.</summary>
public sealed class TelemetryTests(Served served) : IClassFixture<Served>
{
    const string Planted = "山田太郎";

    [Fact]
    public async Task NamesInRequestsAndExceptions_ReachNeitherSpanNorLog()
    {
        var spans = new ConcurrentQueue<Activity>();
        var logs = new ConcurrentQueue<string>();
        await using var host = await ProbeHost.StartAsync(
            served.Servers.Settings(("Identity:Authority", served.Issuer.Authority)),
            configure: builder =>
            {
                builder.Services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddProcessor(new SimpleActivityExportProcessor(new Kept<Activity>(spans.Enqueue))));
                builder.Services.ConfigureOpenTelemetryLoggerProvider(logging => logging.AddProcessor(
                    new SimpleLogRecordExportProcessor(new Kept<LogRecord>(record => logs.Enqueue(Text(record))))));
            });
        using var calls = new Calls(host.GrpcAddress);
        var caller = Calls.As(served.Issuer.Staff());
        await calls.Referrals.CreateReferralAsync(Calls.Create(purpose: Planted), caller);
        await Assert.ThrowsAsync<RpcException>(() => calls.Referrals.DeclineReferralAsync(new() { Reason = Planted }, caller).ResponseAsync);
        using (Work())
            await Assert.ThrowsAsync<PostgresException>(() => host.UnitOfWork.RunAsAsync(
                "test", (db, ct) => db.Database.ExecuteSqlAsync($"select {Planted}::uuid", ct), TestContext.Current.CancellationToken));

        // The span of a call ends after the caller has its answer.
        var (traced, logged) = await Eventually.GetAsync(
            () => Task.FromResult((Traced: string.Join('\n', spans.Select(Text)), Logged: string.Join('\n', logs))),
            seen => new[] { "tsunagu.referral.v1.ReferralService/CreateReferral", "tsunagu.referral.v1.ReferralService/DeclineReferral", "insert into idempotent_requests", "22P02" }
                .All(text => seen.Traced.Contains(text, StringComparison.Ordinal)) && seen.Logged.Contains("InvalidOperationException", StringComparison.Ordinal));
        Assert.DoesNotContain(Planted, traced, StringComparison.Ordinal);
        Assert.DoesNotContain(Planted, logged, StringComparison.Ordinal);
        Assert.DoesNotContain("Bearer", traced + logged, StringComparison.Ordinal);
    }

    [Fact]
    public void ConsoleLine_HasTypeAndStackOfAnExceptionButNotItsText()
    {
        var formatter = served.Host.Services.GetServices<ConsoleFormatter>().Single(one => one.Name == "plain");
        using var line = new StringWriter();
        formatter.Write(
            new LogEntry<string>(LogLevel.Error, "Tsunagu.Probe", default, "failed", Thrown(), (state, _) => state), null, line);
        Assert.Contains("fail Probe: failed", line.ToString(), StringComparison.Ordinal);
        Assert.Contains("System.FormatException", line.ToString(), StringComparison.Ordinal);
        Assert.Contains(nameof(Thrown), line.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Planted, line.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EventPublished_ContinuesTheTraceOfTheWorkThatCausedIt()
    {
        var spans = new ConcurrentQueue<Activity>();
        await using var host = await ProbeHost.StartAsync(
            served.Servers.MessagingSettings(),
            configure: builder => builder.Services.ConfigureOpenTelemetryTracerProvider(
                tracing => tracing.AddProcessor(new SimpleActivityExportProcessor(new Kept<Activity>(spans.Enqueue)))));
        using var work = Work();
        var aggregate = Guid.CreateVersion7();
        await host.CommitAsync(ProbeEvents.Sent(aggregate, 1));
        work.Stop();

        var published = await Eventually.GetAsync(
            () => Task.FromResult(spans.FirstOrDefault(span => Equals(span.GetTagItem("tsunagu.aggregate_id"), aggregate))), span => span is not null);
        Assert.Equal(work.TraceId, published?.TraceId);
    }

    static Activity Work() => new Activity("work") { ActivityTraceFlags = ActivityTraceFlags.Recorded }.Start();

    static FormatException Thrown()
    {
        try
        {
            throw new FormatException(Planted);
        }
        catch (FormatException e)
        {
            return e;
        }
    }

    static string Text(Activity span) =>
        $"{span.DisplayName} {span.StatusDescription} {string.Join(' ', span.TagObjects)} " +
        string.Join(' ', span.Events.Select(e => $"{e.Name} {string.Join(' ', e.Tags)}"));

    static string Text(LogRecord record) => $"{record.FormattedMessage} {record.Body} {string.Join(' ', record.Attributes ?? [])} {record.Exception}";

    sealed class Kept<T>(Action<T> keep) : BaseExporter<T>
        where T : class
    {
        public override ExportResult Export(in Batch<T> batch)
        {
            foreach (var item in batch)
                keep(item);
            return ExportResult.Success;
        }
    }
}
