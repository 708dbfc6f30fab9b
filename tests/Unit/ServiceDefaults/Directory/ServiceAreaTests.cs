using Tsunagu.ServiceDefaults.Directory;
using Xunit;

namespace Tsunagu.Tests.Unit.ServiceDefaults.Directory;

public sealed class ServiceAreaTests
{
    [Theory]
    [InlineData("/tsunagu.intake.v1.IntakeService/OpenCase", "intake", "intake")]
    [InlineData("/tsunagu.referral.v1.DirectoryService/ListAgencies", "referral", "referral")]
    // What every service offers about itself belongs to the service.
    [InlineData("/tsunagu.audit.v1.AuditService/SearchAudit", "meeting", "meeting")]
    [InlineData("/grpc.health.v1.Health/Check", "meeting", "meeting")]
    [InlineData("nothing", "intake", "intake")]
    public void Of_IsThePackageOrTheService(string method, string service, string area) => Assert.Equal(area, ServiceArea.Of(method, service));
}
