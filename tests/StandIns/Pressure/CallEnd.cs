using Grpc.Core;

namespace Tsunagu.Tests.StandIns.Pressure;

/// <summary>How calls of our client end; one that does not end at all fails its test.</summary>
static class CallEnd
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<Status> OfAsync(Func<Task> call)
    {
        try
        {
            await call().WaitAsync(Patience);
            return Status.DefaultSuccess;
        }
        catch (RpcException failure)
        {
            return failure.Status;
        }
    }

    public static async Task<StatusCode> CodeAsync(Func<Task> call) => (await OfAsync(call)).StatusCode;

    public static async Task ReadToEndAsync<T>(IAsyncStreamReader<T> stream)
    {
        while (await stream.MoveNext(CancellationToken.None))
        {
        }
    }
}
