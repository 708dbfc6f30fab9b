using System.Text.Json;
using Aspire.Dashboard;
using Aspire.Dashboard.Resources;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Dashboard;

/// <summary>A dashboard of its own on free ports.</summary>
public sealed class DashboardFixture : IAsyncLifetime
{
    public DashboardFixture() : this(new DashboardOptions())
    {
    }

    internal DashboardFixture(DashboardOptions options)
    {
        options.FrontendPort = options.OtlpGrpcPort = options.OtlpHttpPort = 0;
        App = DashboardApp.Create(options, Board);
    }

    public ResourceBoard Board { get; } = new();

    public DashboardApp App { get; }

    public HttpClient Http { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await App.StartAsync();
        Http.BaseAddress = App.FrontendUrl;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await App.DisposeAsync();
    }

    public Uri Page(string path) => new(App.FrontendUrl, path);

    public async Task<JsonElement> GetAsync(string path) =>
        JsonElement.Parse(await Http.GetStringAsync(path, TestContext.Current.CancellationToken));
}
