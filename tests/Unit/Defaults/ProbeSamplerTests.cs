using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Trace;
using Tsunagu.ServiceDefaults.Telemetry;
using Xunit;

namespace Tsunagu.Tests.Unit.Defaults;

public sealed class ProbeSamplerTests
{
    [Theory]
    [InlineData("/health", false)]
    [InlineData("/alive", false)]
    [InlineData("/v1/inbox", true)]
    [InlineData("/health/other", true)]
    public void Request_IsRecordedWithWhatItCauses_UnlessItIsAProbe(string path, bool recorded)
    {
        using var source = new ActivitySource($"test.{Guid.NewGuid():N}");
        using var provider = Sdk.CreateTracerProviderBuilder().SetSampler(new ParentBasedSampler(new ProbeSampler())).AddSource(source.Name).Build();

        using var request = source.StartActivity(ActivityKind.Server, tags: [new("http.request.method", "GET"), new("url.path", path)], name: "request");
        using var query = source.StartActivity("query", ActivityKind.Client);

        Assert.Equal((recorded, recorded), (request?.Recorded ?? false, query?.Recorded ?? false));
    }
}
