using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Wire;

namespace Tsunagu.ServiceDefaults.Data;

/// <summary>What makes two writes the same write: caller, method and request_id; and what makes them differ: the body.</summary>
sealed record RequestIdentity(string Caller, string Method, Guid RequestId, byte[] Hash)
{
    public const string Field = "request_id";

    /// <exception cref="Primitives.Refusal">FIELD_INVALID: request_id is absent or no UUID.</exception>
    /// <exception cref="InvalidOperationException">The message has no such field: the contract forgot it.</exception>
    public static RequestIdentity Of(IMessage request, ServerCallContext context)
    {
        var field = request.Descriptor.FindFieldByName(Field)
            ?? throw new InvalidOperationException($"{request.Descriptor.FullName} has no {Field}.");
        var id = FieldParser.Uuid((string)field.Accessor.GetValue(request), Field);
        return new(context.GetCaller().Staff.Value, context.Method, id, SHA256.HashData(request.ToByteArray()));
    }
}
