using System.Globalization;
using System.Net;
using System.Text;
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

    static readonly int Megabytes = Tier.IsFull ? 1024 : 32;

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

        // The gateway tries the address again at growing intervals.
        await Eventually.HoldsAsync(
            async () => (await administrator.GetAsync($"/v1/feeds/{feed.Id}", Ct, purpose: null)).IsSuccessStatusCode, "the gateway reaches the new process");
        // Each line of quotes is a row set aside, and eleven million of them say no more than one.
        var megabytes = shape == "quotes" ? Megabytes / 8 : Megabytes;
        var import = await feed.ImportAsync(new LongFile(Piece(shape), megabytes), Guid.NewGuid(), Ct);

        var most = MostMegabytesOf(process);
        output.WriteLine($"{shape}: {megabytes} MB, {import["state"]} {import["quarantineReason"]}, {import["rows"]} rows, {most} MB of memory at most");
        Assert.Equal(shape == "rows" ? "APPLIED" : "QUARANTINED", import["state"]!.ToString());
        Assert.InRange(most, 1, MostMegabytes);
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
