using Microsoft.Playwright;

namespace Tsunagu.Tests.TestKit;

/// <summary>The Chromium of this machine, without a window and without talking to anyone but the pages under test.</summary>
public sealed class Browser : IAsyncDisposable
{
    static readonly string[] Flags =
    [
        // As root, Chromium refuses its sandbox; the pages under test are ours.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--no-first-run",
    ];

    readonly IPlaywright _driver;
    readonly IBrowser _chromium;

    Browser(IPlaywright driver, IBrowser chromium)
    {
        _driver = driver;
        _chromium = chromium;
    }

    /// <summary>Where Chromium lies: TSUNAGU_CHROMIUM, else Debian's place; null when there is none.</summary>
    public static string? Executable { get; } = new[] { Environment.GetEnvironmentVariable("TSUNAGU_CHROMIUM"), "/usr/bin/chromium" }.FirstOrDefault(File.Exists);

    /// <summary>Starts Chromium with a fresh profile that is removed with it.</summary>
    /// <exception cref="FileNotFoundException">There is no Chromium.</exception>
    public static async Task<Browser> StartAsync()
    {
        var executable = Executable ?? throw new FileNotFoundException("Chromium is needed: install the package chromium, or name the program in TSUNAGU_CHROMIUM.");
        // The machine may be busy with the rest of the suite.
        Assertions.SetDefaultExpectTimeout(20_000);
        var driver = await Playwright.CreateAsync();
        return new Browser(driver, await driver.Chromium.LaunchAsync(new() { ExecutablePath = executable, Headless = true, Args = Flags }));
    }

    /// <summary>Opens an address in a context of its own and waits for its load event.</summary>
    /// <param name="address">What to open.</param>
    /// <param name="width">Width of the page in pixels.</param>
    /// <param name="height">Height of the page in pixels.</param>
    public async Task<IPage> OpenAsync(Uri address, int width = 1400, int height = 900)
    {
        var page = await _chromium.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = height }, Locale = "ja-JP" });
        await page.GotoAsync(address.AbsoluteUri);
        return page;
    }

    /// <summary>Keeps a picture of a page under TestResults, which is not committed.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">File name without its end.</param>
    /// <returns>The path of the picture.</returns>
    public static async Task<string> ScreenshotAsync(IPage page, string name)
    {
        ArgumentNullException.ThrowIfNull(page);
        var path = Repository.PathOf($"TestResults/{name}.png");
        await page.ScreenshotAsync(new() { Path = path });
        return path;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        _driver.Dispose();
    }
}
