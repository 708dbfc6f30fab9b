using System.Collections.Concurrent;
using System.Globalization;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Tsunagu.Tests.StandIns.Transcoding;

/// <summary>Answers in place of every service: keeps the request of a numbered call and gives what was laid ready for it, else an echo.</summary>
sealed class CaughtCalls : Interceptor
{
    public const string Header = "call-number";

    readonly ConcurrentDictionary<int, IMessage> requests = new();
    readonly ConcurrentDictionary<int, IMessage> answers = new();

    public void LayReady(int number, IMessage answer) => answers[number] = answer;

    /// <summary>The request of the call, or null when none came through.</summary>
    public IMessage? Take(int number)
    {
        answers.TryRemove(number, out _);
        return requests.TryRemove(number, out var request) ? request : null;
    }

    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        Task.FromResult(Answer<TResponse>(request, context));

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        responseStream.WriteAsync(Answer<TResponse>(request, context));

    TResponse Answer<TResponse>(object request, ServerCallContext context)
    {
        var number = int.Parse(context.RequestHeaders.GetValue(Header)!, CultureInfo.InvariantCulture);
        requests[number] = (IMessage)request;
        // A spoiled path may lead to another method than the answer was made for.
        return (answers.TryGetValue(number, out var answer) ? answer : request) is TResponse fitting ? fitting : Activator.CreateInstance<TResponse>();
    }
}
