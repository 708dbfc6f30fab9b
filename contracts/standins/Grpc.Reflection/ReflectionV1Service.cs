using Google.Protobuf;
using Grpc.Core;
using Grpc.Reflection.V1;

namespace Grpc.Reflection;

/// <summary>The same answers under the name <c>grpc.reflection.v1</c>, whose messages are the same on the wire.</summary>
sealed class ReflectionV1Service(ReflectionServiceImpl reflection) : ServerReflection.ServerReflectionBase
{
    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream, IServerStreamWriter<ServerReflectionResponse> responseStream, ServerCallContext context)
    {
        while (await requestStream.MoveNext(CancellationToken.None))
        {
            var question = V1Alpha.ServerReflectionRequest.Parser.ParseFrom(requestStream.Current.ToByteString());
            await responseStream.WriteAsync(ServerReflectionResponse.Parser.ParseFrom(reflection.Answer(question).ToByteString()));
        }
    }
}
