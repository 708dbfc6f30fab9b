using Grpc.Core;
using Tsunagu.Tests.Swap.V1;

namespace Tsunagu.Tests.Swap;

/// <summary>The four kinds of call, with metadata, trailers, refusals and deadlines.</summary>
sealed class SampleService : Sample.SampleBase
{
    public override async Task<Words> Say(Words request, ServerCallContext context)
    {
        switch (request.Text)
        {
            case "refuse":
                throw new RpcException(new Status(StatusCode.FailedPrecondition, "refused"), new Metadata { { "why-bin", [1, 2, 3] } });
            case "wait":
                await Task.Delay(Timeout.Infinite, context.CancellationToken);
                break;
        }
        await context.WriteResponseHeadersAsync(new Metadata { { "early", context.RequestHeaders.GetValue("asked") ?? "nothing" } });
        context.ResponseTrailers.Add("late", context.Deadline == DateTime.MaxValue ? "endless" : "limited");
        return new Words { Text = request.Text, Number = request.Text.Length };
    }

    public override async Task<Words> Collect(IAsyncStreamReader<Words> requestStream, ServerCallContext context)
    {
        var sum = 0;
        await foreach (var words in requestStream.ReadAllAsync(context.CancellationToken))
            sum += words.Number;
        return new Words { Number = sum };
    }

    public override async Task Count(Words request, IServerStreamWriter<Words> responseStream, ServerCallContext context)
    {
        for (var number = 1; number <= request.Number; number++)
            await responseStream.WriteAsync(new Words { Number = number }, context.CancellationToken);
    }

    public override async Task Chat(IAsyncStreamReader<Words> requestStream, IServerStreamWriter<Words> responseStream, ServerCallContext context)
    {
        while (await requestStream.MoveNext(context.CancellationToken))
            await responseStream.WriteAsync(requestStream.Current);
    }
}
