using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Tsunagu.Tests.TestKit.Hosting;

namespace Tsunagu.Tests.Integration.Access;

/// <summary>Makes a call of whatever operation and says what became of it, in the words of the access table.</summary>
static class Outcome
{
    static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    // A watch without news gives no answer at all; whoever is refused hears so long before.
    static readonly TimeSpan Silence = TimeSpan.FromSeconds(4);

    // What the access decision refuses a caller by; another refusal of permission is the domain's own.
    static readonly HashSet<string> Access = new(StringComparer.Ordinal) { "ROLE_NOT_PERMITTED", "PURPOSE_MISSING" };

    /// <summary>yes, no, told, shown, not shown, or the code of a refusal.</summary>
    /// <param name="invoker">The caller.</param>
    /// <param name="method">The operation.</param>
    /// <param name="request">What is asked, the parts of an upload one after the other.</param>
    /// <param name="record">Of a list: id of the record that is or is not shown.</param>
    public static async Task<string> OfAsync(CallInvoker invoker, MethodDescriptor method, IReadOnlyList<IMessage> request, string? record)
    {
        try
        {
            var sought = record is null ? null : Encoding.UTF8.GetBytes(record);
            var answer = await CallAsync(invoker, method, request, sought);
            return sought is null ? "yes" : Holds(answer, sought) ? "shown" : "not shown";
        }
        catch (RpcException e)
        {
            var refused = RefusedCall.Of(e);
            return refused.Status switch
            {
                StatusCode.PermissionDenied => Access.Contains(refused.Code) ? refused.Code : "told",
                StatusCode.NotFound => "no",
                // What a request names is not there for this caller.
                StatusCode.InvalidArgument when refused.Code.EndsWith("_UNKNOWN", StringComparison.Ordinal) => "no",
                // Reached: the version was stale on purpose, or the record has gone on.
                StatusCode.Aborted or StatusCode.FailedPrecondition when record is null => "yes",
                _ => $"{refused.Status} {refused.Code} {string.Join(' ', refused.Fields)}",
            };
        }
    }

    static bool Holds(byte[] answer, byte[] sought) => answer.AsSpan().IndexOf(sought) >= 0;

    // Of a watch: the message that holds what is sought, however many come before it.
    static async Task<byte[]> CallAsync(CallInvoker invoker, MethodDescriptor method, IReadOnlyList<IMessage> request, byte[]? sought)
    {
        var type = (method.IsClientStreaming, method.IsServerStreaming) switch
        {
            (false, false) => MethodType.Unary,
            (true, false) => MethodType.ClientStreaming,
            (false, true) => MethodType.ServerStreaming,
            (true, true) => MethodType.DuplexStreaming,
        };
        var of = new Method<byte[], byte[]>(type, method.Service.FullName, method.Name, Bytes, Bytes);
        if (type == MethodType.Unary)
            return await invoker.AsyncUnaryCall(of, null, new(), request[0].ToByteArray());
        if (type == MethodType.ServerStreaming)
        {
            using var watch = invoker.AsyncServerStreamingCall(of, null, new CallOptions(deadline: DateTime.UtcNow + Silence), request[0].ToByteArray());
            try
            {
                while (await watch.ResponseStream.MoveNext(CancellationToken.None))
                    if (sought is null || Holds(watch.ResponseStream.Current, sought))
                        return watch.ResponseStream.Current;
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.DeadlineExceeded)
            {
                // All that there is has been seen.
            }

            return [];
        }

        using var upload = invoker.AsyncClientStreamingCall(of, null, new());
        try
        {
            foreach (var part in request)
                await upload.RequestStream.WriteAsync(part.ToByteArray());
            await upload.RequestStream.CompleteAsync();
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException)
        {
            // Refused before all of it was sent: the answer says why.
        }

        return await upload;
    }
}
