using Tsunagu.AppHost.Demo;
using Xunit;

namespace Tsunagu.Tests.Unit.Demo;

public sealed class DemoOptionsTests
{
    [Fact]
    public void Parse_WithoutArguments_TellsTheSampleCityOnce()
    {
        var options = DemoOptions.Parse([], "/sample");

        Assert.Equal(("/sample", 0), (options.City, options.Kills));
    }

    [Fact]
    public void Parse_TakesCityKillsAndSeed()
    {
        var options = DemoOptions.Parse(["--city", Path.GetTempPath(), "--kills", "20", "--seed", "7"], "/sample");

        Assert.Equal((Path.GetFullPath(Path.GetTempPath()), 20, 7), (options.City, options.Kills, options.Seed));
    }

    [Theory]
    [InlineData("--city")]
    [InlineData("--city", "/no/such/folder")]
    [InlineData("--kills", "-1")]
    [InlineData("--speed", "9")]
    public void Parse_WithWhatItDoesNotKnow_IsRefused(params string[] args) =>
        Assert.Throws<DemoFailure>(() => DemoOptions.Parse(args, "/sample"));
}
