using System.Reflection;
using System.Xml.Linq;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Architecture;

public sealed class PackageTests
{
    [Fact]
    public void MassTransit_StaysBelowThePaidVersion() =>
        Assert.Empty(PackageRules.PaidPackages(XDocument.Load(Repository.PathOf("Directory.Packages.props"))));

    [Fact]
    public void MassTransit_ThatIsLoaded_IsBelowThePaidVersion() =>
        Assert.InRange(Assembly.Load("MassTransit").GetName().Version!.Major, 1, 8);

    [Theory]
    [InlineData("MassTransit", "9.0.0", true)]
    [InlineData("MassTransit.RabbitMQ", "10.1.2-rc.1", true)]
    [InlineData("MassTransit.RabbitMQ", "[9.0.0]", true)]
    [InlineData("MassTransit.RabbitMQ", "8.4.0", false)]
    public void Rule_TellsPaidFromFree(string id, string version, bool paid)
    {
        var props = new XDocument(new XElement("Project", new XElement("PackageVersion", new XAttribute("Include", id), new XAttribute("Version", version))));

        Assert.Equal(paid, PackageRules.PaidPackages(props).Any());
    }
}
