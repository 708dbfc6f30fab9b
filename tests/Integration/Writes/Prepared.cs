using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Tsunagu.Tests.Integration.Writes;

/// <summary>A write that is ready to be made.</summary>
/// <param name="Token">Who makes it.</param>
/// <param name="Messages">The request; several for a stream, the first with the ids.</param>
/// <param name="Other">A request that asks for something else; null when another version is enough.</param>
public sealed record Prepared(string Token, IReadOnlyList<IMessage> Messages, IMessage? Other = null)
{
    public const string VersionField = "expected_version";
    const string IdField = "request_id";

    public string RequestId => (string)Get(IdField);

    public string Version => Get(VersionField) is int number ? $"{number}" : (string)Get(VersionField);

    /// <summary>The same under a new id.</summary>
    public Prepared Anew() => With(Messages[0], (IdField, Guid.NewGuid().ToString()));

    /// <summary>Another body under the same id.</summary>
    public Prepared Changed() => Other is null ? With(Messages[0], (VersionField, "ffffffff")) : With(Other, (IdField, RequestId));

    Prepared With(IMessage from, (string Field, string Value) change)
    {
        var message = from.Descriptor.Parser.ParseFrom(from.ToByteArray());
        var field = message.Descriptor.FindFieldByName(change.Field);
        field.Accessor.SetValue(message, field.FieldType == FieldType.Int32 ? int.MaxValue : change.Value);
        return this with { Messages = [message, .. Messages.Skip(1)] };
    }

    object Get(string field) => Messages[0].Descriptor.FindFieldByName(field).Accessor.GetValue(Messages[0]);
}
