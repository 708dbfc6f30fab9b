using System.Xml.Linq;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Architecture;

public sealed class DependencyTests
{
    public static TheoryData<string> Projects =>
    [
        "services/household/Household.csproj",
        "services/intake/Intake.csproj",
        "services/referral/Referral.csproj",
        "services/meeting/Meeting.csproj",
        "services/notification/Notification.csproj",
        "gateway/Gateway.csproj",
    ];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Service_ReferencesTheContractAndTheDefaultsAlone(string project) =>
        Assert.Empty(DependencyRules.Violations(project, XDocument.Load(Repository.PathOf(project))));

    [Fact]
    public void EveryServiceProject_IsListedAbove()
    {
        var services = Directory.EnumerateFiles(Repository.PathOf("services"), "*.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.PathOf("."), file).Replace('\\', '/'))
            .Where(file => file != "services/defaults/ServiceDefaults.csproj");

        Assert.Equal(
            Projects.Select(row => row.Data).Where(file => file.StartsWith("services/", StringComparison.Ordinal)).Order(),
            services.Order());
    }

    [Fact]
    public void Defaults_ReferenceTheContractAlone() =>
        Assert.Empty(DependencyRules.DefaultsViolations(
            XDocument.Load(Repository.PathOf("services/defaults/ServiceDefaults.csproj"))));

    [Fact]
    public void Rule_CatchesAServiceThatReferencesAnother()
    {
        var intake = XDocument.Parse("""<Project><ItemGroup><ProjectReference Include="../household/Household.csproj" /></ItemGroup></Project>""");

        Assert.Equal(["Intake references Household"], DependencyRules.Violations("Intake", intake));
    }
}
