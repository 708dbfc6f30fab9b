using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Imports;
using Xunit;

namespace Tsunagu.Tests.Unit.Households;

public sealed class ImportFaultTests
{
    [Theory]
    [InlineData(PostgresErrorCodes.DiskFull, ImportProblems.StorageFull)]
    [InlineData(PostgresErrorCodes.OutOfMemory, ImportProblems.Internal)]
    [InlineData(PostgresErrorCodes.UniqueViolation, ImportProblems.Internal)]
    public void FullDisk_IsToldFromOtherFaults_HoweverItComesWrapped(string state, string problem)
    {
        var fault = Answer(state);
        Assert.Equal(problem, ImportFault.Problem(fault));
        Assert.Equal(problem, ImportFault.Problem(new DbUpdateException("", fault)));
        Assert.Equal(problem, ImportFault.Problem(new InvalidOperationException("", new DbUpdateException("", fault))));
    }

    [Theory]
    [InlineData(PostgresErrorCodes.DiskFull, true)]
    [InlineData(PostgresErrorCodes.TooManyConnections, true)]
    [InlineData(PostgresErrorCodes.AdminShutdown, true)]
    [InlineData(PostgresErrorCodes.CrashShutdown, true)]
    [InlineData(PostgresErrorCodes.CannotConnectNow, true)]
    [InlineData(PostgresErrorCodes.ProgramLimitExceeded, false)]
    [InlineData(PostgresErrorCodes.UniqueViolation, false)]
    public void FaultOfTheServer_MayPass_OneOfTheFileDoesNot(string state, bool passes)
    {
        Assert.Equal(passes, ImportFault.MayPass(Answer(state)));
        Assert.Equal(passes, ImportFault.MayPass(new DbUpdateException("", Answer(state))));
    }

    [Fact]
    public void BrokenConnection_MayPass() =>
        Assert.True(ImportFault.MayPass(new InvalidOperationException("", new NpgsqlException("", new IOException()))));

    [Fact]
    public void FullDiskAsItIsToldToTheSender_MayPass() => Assert.True(ImportFault.MayPass(HouseholdErrors.StorageFull()));

    [Fact]
    public void FaultOfTheProgram_DoesNotPass() => Assert.False(ImportFault.MayPass(new InvalidOperationException()));

    [Fact]
    public void RefusedFile_DoesNotPass() => Assert.False(ImportFault.MayPass(HouseholdErrors.FeedUnknown()));

    static PostgresException Answer(string state) => new("", "ERROR", "ERROR", state);
}
