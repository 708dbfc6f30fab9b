using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Tsunagu.Contracts.Options.V1;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>A path of the contract that leads from a message to the ids of records.</summary>
/// <param name="Kind">Kind of record; empty when <paramref name="KindField"/> says it.</param>
/// <param name="InRequest">True: in the request, false: in the answer.</param>
/// <param name="Fields">Fields to go through; the last is text.</param>
/// <param name="KindField">Field beside the last that holds the kind; null when the kind is fixed.</param>
public sealed record AuditPath(string Kind, bool InRequest, IReadOnlyList<FieldDescriptor> Fields, FieldDescriptor? KindField = null)
{
    /// <summary>Reads the path of a method's contract.</summary>
    /// <exception cref="BootException">The message has no such field, or it holds no ids.</exception>
    public static AuditPath Of(MethodDescriptor method, AuditSubject subject)
    {
        var inRequest = subject.FieldCase == AuditSubject.FieldOneofCase.Request;
        var text = inRequest ? subject.Request : subject.Response;
        var message = inRequest ? method.InputType : method.OutputType;
        var fields = new List<FieldDescriptor>();
        foreach (var name in text.Split('.'))
        {
            var field = message?.FindFieldByName(name)
                ?? throw new BootException($"{method.FullName}: the audit's subject {text} names no field.");
            fields.Add(field);
            message = field.FieldType == FieldType.Message ? field.MessageType : null;
        }

        var kind = subject.KindField.Length > 0 ? fields[^1].ContainingType.FindFieldByName(subject.KindField) : null;
        var known = subject.KindField.Length > 0 ? kind is { FieldType: FieldType.String, IsRepeated: false } : subject.Kind.Length > 0;
        return known && fields[^1].FieldType == FieldType.String && fields.TrueForAll(field => !field.IsMap)
            ? new(subject.Kind, inRequest, fields, kind)
            : throw new BootException($"{method.FullName}: the audit's subject {text} holds no ids.");
    }

    /// <summary>Every id in the message, as <c>kind:id</c>; empty ones are left out.</summary>
    public IEnumerable<string> Read(IMessage message) => Read(message, 0);

    IEnumerable<string> Read(IMessage message, int depth)
    {
        var value = Fields[depth].Accessor.GetValue(message);
        IEnumerable values = value is IList list ? list : new[] { value };
        foreach (var item in values)
        {
            if (item is IMessage inner)
            {
                foreach (var id in Read(inner, depth + 1))
                    yield return id;
            }
            else if (item is string { Length: > 0 } id)
            {
                yield return $"{KindIn(message)}:{Safe(id)}";
            }
        }
    }

    string KindIn(IMessage message) => KindField is null ? Kind : Safe((string)KindField.Accessor.GetValue(message));

    // What a caller wrote in place of an id may be anything, a name included: only what can be an id is kept.
    static string Safe(string id) => id.Length <= 100 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? id : "invalid";
}
