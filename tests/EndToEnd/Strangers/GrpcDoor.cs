using System.Text.Json;
using Google.Protobuf;
using Google.Rpc;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.ServiceDefaults.Errors;
using Tsunagu.Tests.Interop.Speakers;

namespace Tsunagu.Tests.EndToEnd.Strangers;

/// <summary>The gRPC door, entered by grpc-js with nothing but the descriptor set that the contract embeds.</summary>
sealed class GrpcDoor : IAsyncDisposable
{
    const string DescriptorSet = "tsunagu.protoset";
    const int PieceBytes = 8 << 10;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    readonly string descriptors;
    readonly ForeignProgram program;
    int calls;

    GrpcDoor(string descriptors, ForeignProgram program) => (this.descriptors, this.program) = (descriptors, program);

    public static async Task<GrpcDoor> OpenAsync(Uri address, CancellationToken ct)
    {
        await NodePackages.InstallAsync(ct);
        var file = Path.GetTempFileName();
        await using (var source = typeof(OptionsReflection).Assembly.GetManifestResourceStream(DescriptorSet)!)
        await using (var target = File.Create(file))
            await source.CopyToAsync(target, ct);
        return new GrpcDoor(file, ForeignProgram.Start("node", [ForeignProgram.PathOf("suite/client.mjs"), address.Authority, file]));
    }

    public async Task<Answer> AskAsync(Call call, CancellationToken ct)
    {
        await program.WriteLineAsync(JsonSerializer.Serialize(new Line(++calls, Rpcs.NameOf(call.Method), call.Headers, [.. Requests(call)], call.Take), Json), ct);
        var answer = await program.ReadLineAsync(ct) ?? throw new InvalidOperationException($"grpc-js gave up: {program.Errors}");
        var reply = JsonSerializer.Deserialize<Reply>(answer, Json)!;
        return reply.Code == 0
            ? new Answer([.. reply.Messages.Select(bytes => call.Method.OutputType.Parser.ParseFrom(Convert.FromBase64String(bytes)))], null)
            : new Answer([], RefusedBy(reply));
    }

    public async ValueTask DisposeAsync()
    {
        await program.DisposeAsync();
        File.Delete(descriptors);
    }

    static IEnumerable<string> Requests(Call call)
    {
        yield return call.Request.ToByteString().ToBase64();
        if (!Rpcs.IsUpload(call.Method))
            yield break;
        var chunk = call.Method.InputType.FindFieldByName("chunk");
        foreach (var piece in call.Upload.Chunk(PieceBytes))
        {
            var message = call.Method.InputType.Parser.ParseFrom(ByteString.Empty);
            chunk.Accessor.SetValue(message, ByteString.CopyFrom(piece));
            yield return message.ToByteString().ToBase64();
        }
    }

    static Refused RefusedBy(Reply reply)
    {
        if (reply.Status is null)
            return new Refused(HttpStatus((Code)reply.Code, ""), "", reply.Details, "");
        var status = Status.Parser.ParseFrom(Convert.FromBase64String(reply.Status));
        var info = Detail<ErrorInfo>(status);
        var fields = Detail<BadRequest>(status)?.FieldViolations.Select(field => $"{field.Field}: {field.Description}") ?? [];
        // What is said thrice must be the same.
        var words = new[] { reply.Details, status.Message, Detail<LocalizedMessage>(status)?.Message ?? "" }.Distinct();
        var reason = info is null ? "" : ErrorReason.Of(info);
        return new Refused(HttpStatus((Code)reply.Code, reason), reason, string.Join(" | ", words), string.Join('\n', fields))
        {
            Traced = info?.Metadata.ContainsKey("trace_id") is true,
        };
    }

    static T? Detail<T>(Status status)
        where T : class, IMessage, new() =>
        status.Details.Select(detail => detail.TryUnpack<T>(out var found) ? found : null).FirstOrDefault(found => found is not null);

    static int HttpStatus(Code code, string reason) => code switch
    {
        Code.InvalidArgument or Code.OutOfRange => 400,
        Code.Unauthenticated => 401,
        Code.PermissionDenied => 403,
        Code.NotFound => 404,
        Code.AlreadyExists or Code.FailedPrecondition or Code.Aborted => 409,
        Code.ResourceExhausted => reason.EndsWith("TOO_LARGE", StringComparison.Ordinal) ? 413 : 429,
        Code.Unimplemented => 501,
        Code.Unavailable => 503,
        Code.DeadlineExceeded => 504,
        _ => 500,
    };

    sealed record Line(int Id, string Method, IReadOnlyDictionary<string, string> Metadata, string[] Requests, int Take);

    sealed record Reply(int Id, int Code, string Details, string? Status, string[] Messages);
}
