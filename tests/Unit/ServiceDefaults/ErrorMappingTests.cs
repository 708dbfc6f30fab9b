using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.ServiceDefaults.Errors;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.ServiceDefaults;

public sealed class ErrorMappingTests
{
    public static TheoryData<Exception, bool, bool, string> Failures => new()
    {
        { new Refusal(RefusalKind.NotFound, "CASE_NOT_FOUND", "事例が見つかりません。"), false, false, "CASE_NOT_FOUND" },
        { new DbUpdateConcurrencyException(), false, false, "VERSION_STALE" },
        { new InvalidOperationException("anything"), false, false, "INTERNAL" },
        { new OperationCanceledException(), true, false, "CANCELLED" },
        { new OperationCanceledException(), true, true, "DEADLINE_EXCEEDED" },
        { StatusDetails.Exception(StatusCode.NotFound, "RESIDENT_NOT_FOUND", "住民が見つかりません。"), false, false, "RESIDENT_NOT_FOUND" },
        { new RpcException(new Status(StatusCode.Unavailable, "no connection")), false, false, "DEPENDENCY_UNAVAILABLE" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void CodeOnRecord_IsThatOfTheAnswer(Exception failure, bool cancelled, bool deadlinePassed, string code) =>
        Assert.Equal(code, ErrorMapping.CodeOf(failure, cancelled, deadlinePassed));
}
