using Grpc.Core;
using Tsunagu.ServiceDefaults.Hosting;

namespace Tsunagu.ServiceDefaults.Access;

/// <summary>Admits or refuses a call before its handler runs, for all four kinds of call alike.</summary>
sealed class AccessInterceptor(Admission admission) : CallInterceptor
{
    protected override async Task AroundAsync(ServerCallContext context, Func<Task> call)
    {
        using var _ = CurrentCall.Enter(context);
        await admission.AdmitAsync(context);
        await call();
    }
}
