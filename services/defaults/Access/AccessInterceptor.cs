using Grpc.Core;
using Tsunagu.ServiceDefaults.Hosting;

namespace Tsunagu.ServiceDefaults.Access;

/// <summary>Admits or refuses a call before its handler runs, for all four kinds of call alike, and a stream again with each message.</summary>
sealed class AccessInterceptor(Admission admission) : CallInterceptor
{
    protected override async Task AroundAsync(ServerCallContext context, Func<Task> call)
    {
        using var _ = CurrentCall.Enter(context);
        await admission.AdmitAsync(context);
        await call();
    }

    protected override IAsyncStreamReader<T> Requests<T>(IAsyncStreamReader<T> requests, ServerCallContext context) =>
        new GuardedReader<T>(requests, admission, context);

    protected override IServerStreamWriter<T> Responses<T>(IServerStreamWriter<T> responses, ServerCallContext context) =>
        new GuardedWriter<T>(responses, admission, context);
}
