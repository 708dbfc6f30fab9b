using Grpc.Core;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Hosting;

/// <summary>Refuses calls that come on a connection of old while the service stops; health is still told.</summary>
sealed class DrainInterceptor(Drain drain) : CallInterceptor
{
    protected override Task AroundAsync(ServerCallContext context, Func<Task> call) =>
        drain.Refuses && !AccessCatalog.IsExempt(context.Method) ? throw Stopping() : call();

    /// <summary>Answer to a call that the stop of the service ends or does not let begin.</summary>
    public static Refusal Stopping() =>
        new(RefusalKind.Unavailable, "SERVICE_STOPPING", "サービスを停止しています。しばらくしてからもう一度お試しください。");
}
