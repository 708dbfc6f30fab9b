using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Architecture;

public sealed class DomainPurityTests
{
    [Theory]
    [InlineData("household", "Tsunagu.Households")]
    [InlineData("intake", "Tsunagu.Intake")]
    [InlineData("referral", "Tsunagu.Referrals")]
    [InlineData("meeting", "Tsunagu.Meetings")]
    [InlineData("notification", "Tsunagu.Notifications")]
    public void Domain_KnowsNoFrameworkAndNoContract(string service, string ownNamespace)
    {
        var files = Directory.GetFiles(Repository.PathOf($"services/{service}/Domain"), "*.cs", SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(file =>
            DomainPurity.Violations(File.ReadAllText(file), ownNamespace + ".Domain")
                .Select(name => $"{Path.GetFileName(file)} uses {name}")));
    }

    [Theory]
    [InlineData("using Grpc.Core;")]
    [InlineData("using Microsoft.EntityFrameworkCore;")]
    [InlineData("using Wire = Tsunagu.Contracts.Referrals.V1;")]
    [InlineData("using static Tsunagu.Referrals.Data.Mapping;")]
    public void Rule_CatchesAnImportFromOutside(string line) =>
        Assert.NotEmpty(DomainPurity.Violations(line, "Tsunagu.Referrals.Domain"));

    [Theory]
    [InlineData("using System.Globalization;")]
    [InlineData("using Tsunagu.ServiceDefaults.Primitives;")]
    [InlineData("using Tsunagu.Referrals.Domain;")]
    public void Rule_LetsTheBaseLibraryPass(string line) =>
        Assert.Empty(DomainPurity.Violations(line, "Tsunagu.Referrals.Domain"));
}
