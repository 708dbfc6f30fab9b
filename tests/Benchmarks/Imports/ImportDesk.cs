using System.Diagnostics;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.Benchmarks.Measuring;
using Tsunagu.Tests.Benchmarks.Wire;
using Tsunagu.Tests.TestKit.Hosting;

namespace Tsunagu.Tests.Benchmarks.Imports;

/// <summary>An administrator who sends files straight to a household service, each a day later than the one before.</summary>
sealed class ImportDesk : IDisposable
{
    readonly GrpcChannel channel;
    readonly HouseholdService.HouseholdServiceClient client;
    readonly Metadata headers;
    DateOnly day = DateOnly.FromDateTime(DateTime.UtcNow).AddYears(-1);

    ImportDesk(Uri server, string token)
    {
        channel = GrpcChannel.ForAddress(server, new GrpcChannelOptions { HttpHandler = Transport.NewHandler(), DisposeHttpClient = true });
        client = new(channel);
        headers = new() { { "authorization", $"Bearer {token}" } };
    }

    /// <summary>Signs in, and defines the departments' feeds.</summary>
    public static async Task<ImportDesk> OpenAsync(SuiteProcess suite, Uri server, params Department[] departments)
    {
        var desk = new ImportDesk(server, await Staff.SignInAsync(suite, "admin-01"));
        foreach (var department in departments)
            await desk.client.CreateFeedAsync(new() { RequestId = Guid.NewGuid().ToString(), Definition = department.Definition, Note = "計測用" }, desk.headers);
        return desk;
    }

    /// <summary>A day later: the next files hold on it.</summary>
    public void TurnPage() => day = day.AddDays(1);

    /// <summary>Sends the files, one after the other.</summary>
    public async Task ImportAsync(IEnumerable<DayFile> files)
    {
        foreach (var file in files)
            await ImportAsync(file);
    }

    /// <summary>Sends a file; how long it took until everything of it was in.</summary>
    /// <exception cref="InvalidOperationException">It did not go in whole.</exception>
    public async Task<TimeSpan> ImportAsync(DayFile file)
    {
        var watch = Stopwatch.StartNew();
        using var upload = client.ImportFeed(headers);
        await upload.RequestStream.WriteAsync(new() { FeedId = file.Feed, RequestId = Guid.NewGuid().ToString(), DataDate = day.ToString("yyyy-MM-dd", null) });
        foreach (var piece in file.Pieces)
            await upload.RequestStream.WriteAsync(new() { Chunk = UnsafeByteOperations.UnsafeWrap(piece) });
        await upload.RequestStream.CompleteAsync();
        var import = await upload;
        return import.State == ImportState.Applied && import.GoodRows == file.Rows
            ? watch.Elapsed
            : throw new InvalidOperationException($"{file.Feed}: {import.State} {import.ProblemCode}, {import.GoodRows} of {file.Rows} rows went in.");
    }

    public void Dispose() => channel.Dispose();
}
