using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Tsunagu.Tests.EndToEnd.Hosting;
using Tsunagu.Tests.EndToEnd.Storm;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Importing;

/// <summary>What a file costs the service in memory, however large it is and whatever is in it.</summary>
[Collection(RunningSuite.Name)]
public sealed class ImportMemoryTests(SuiteFixture suite, ITestOutputHelper output)
{
    const int MostMegabytes = 300;

    // What a first file costs besides its size: code, caches, buffers that are kept.
    const int First = 32;

    static readonly int Megabytes = Tier.IsFull ? 1024 : 128;

    // A file that was held in memory would need all that it is longer than the first, and as text twice that.
    static readonly int MostGrowth = Tier.IsFull ? MostMegabytes : (Megabytes - First) / 2;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("rows")]
    [InlineData("line")]
    [InlineData("quotes")]
    public async Task FileOfAnySize_IsReadInBoundedMemory(string shape)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "memory is read from /proc");
        Assert.SkipUnless(Tier.IsFull || shape == "rows", "TSUNAGU_TIER=full");
        using var http = new HttpClient { BaseAddress = suite.Gateway, Timeout = TimeSpan.FromMinutes(30) };
        var administrator = new StaffClient(http, (await suite.SignInAsync("admin-01", Ct)).Token);
        var feed = await MadeUpFeed.CreateAsync(suite, administrator, Ct);
        // A process of its own, which nothing was asked of before.
        await suite.KillAsync("household", Ct);
        await suite.WaitUntilHealthyAsync(Ct);
        var process = await suite.ProcessAsync("household", Ct) ?? throw new InvalidOperationException("The service does not run.");

        // Each line of quotes is a row set aside, and eleven million of them say no more than one.
        var share = shape == "quotes" ? 8 : 1;
        _ = await SendAsync(First / share);
        var first = MostMegabytesOf(process);
        var import = await SendAsync(Megabytes / share);

        var most = MostMegabytesOf(process);
        output.WriteLine(
            $"{shape}: {Megabytes / share} MB, {import["state"]} {import["quarantineReason"]}, {import["rows"]} rows, {most} MB of memory at most, {first} MB after {First / share} MB");
        Assert.Equal(shape == "rows" ? "APPLIED" : "QUARANTINED", import["state"]!.ToString());
        Assert.InRange(most - first, 0, MostGrowth);
        // Of a smaller file it would say more about the machine than about the file.
        if (Tier.IsFull)
            Assert.InRange(most, 1, MostMegabytes);

        Task<JsonNode> SendAsync(int megabytes) => feed.ImportAsync(new LongFile(Piece(shape), megabytes), Guid.NewGuid(), Ct);
    }

    /// <summary>Part of a file, of about a megabyte.</summary>
    static string Piece(string shape) => shape switch
    {
        // A consultation's text of a kilobyte in each.
        "rows" => string.Concat(Enumerable.Range(1, 1000).Select(i => $"{i},利用中,2026-04-01,\"{new string('談', 330)}\"\n")),
        "line" => new string('x', 1 << 20),
        "quotes" => string.Concat(Enumerable.Repeat("ab\",\"" + new string('y', 90) + "\n", (1 << 20) / 96)),
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    };

    // The most that was resident since the process began.
    static int MostMegabytesOf(int process) =>
        int.Parse(
            File.ReadLines($"/proc/{process}/status").Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture) / 1024;

    sealed class LongFile(string piece, int megabytes) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes("番号,状態,開始,備考\n"));
            var bytes = Encoding.UTF8.GetBytes(piece);
            for (long sent = 0; sent < (long)megabytes << 20; sent += bytes.Length)
                await stream.WriteAsync(bytes);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
