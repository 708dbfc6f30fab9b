using System.Collections;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Tsunagu.Tests.StandIns.Transcoding.Reference;

/// <summary>A request on the wire, and the message that it means.</summary>
sealed record RenderedRequest(HttpForm Form, string Target, string? Body, IMessage Message);

/// <summary>Renders a message into the HTTP form of a rule, by the rules of google/api/http.proto. What the form cannot hold is taken out of the message.</summary>
sealed class RequestRenderer(Random random, MessageMaker maker, TypeRegistry types)
{
    readonly ScalarRenderer scalars = new(random);
    readonly UrlText url = new(random);

    public RenderedRequest Render(HttpForm form)
    {
        var message = maker.Make(form.Method.InputType);
        var bound = new HashSet<string>();
        var path = Path(form, message, bound);
        if (form.Body == "*")
            return new RenderedRequest(form, path, new JsonRenderer(random, types).Message(Body(message, bound)), message);
        var bodyField = form.Body.Length == 0 ? null : form.Method.InputType.FindFieldByName(form.Body);
        if (bodyField is not null)
            bound.Add(bodyField.Name);
        var query = new List<string>();
        Flatten(message, "", "", bound, query);
        var target = query.Count > 0 ? $"{path}?{string.Join('&', query)}" : path;
        return new RenderedRequest(form, target, bodyField is null ? null : new JsonRenderer(random, types).Value(message, bodyField), message);
    }

    // The path wins over the body, so the body may say the same or nothing.
    IMessage Body(IMessage message, HashSet<string> bound)
    {
        // Not through bytes: those do not tell -0 from 0.
        var body = (IMessage)message.GetType().GetMethod("Clone")!.Invoke(message, null)!;
        if (random.Next(2) == 0)
        {
            foreach (var path in bound.Where(path => !path.Contains('.', StringComparison.Ordinal)))
                message.Descriptor.FindFieldByName(path).Accessor.Clear(body);
        }
        return body;
    }

    string Path(HttpForm form, IMessage message, HashSet<string> bound)
    {
        var text = new StringBuilder();
        foreach (var part in TemplatePart.Of(form.Template))
        {
            if (part.Field is null)
            {
                text.Append(part.Pattern is "*" ? url.Encode(Segment(), keepSlashes: false) : part.Pattern);
                continue;
            }
            bound.Add(part.Field);
            text.Append(Variable(message, part.Field, part.Pattern));
        }
        return text.ToString();
    }

    string Variable(IMessage message, string path, string pattern)
    {
        var names = path.Split('.');
        foreach (var name in names[..^1])
        {
            var step = message.Descriptor.FindFieldByName(name);
            if (step.Accessor.GetValue(message) is null)
                step.Accessor.SetValue(message, step.MessageType.Parser.ParseFrom(ByteString.Empty));
            message = (IMessage)step.Accessor.GetValue(message);
        }
        var field = message.Descriptor.FindFieldByName(names[^1]);
        if (pattern != "*")
        {
            var value = string.Join('/', pattern.Split('/').SelectMany(Segments));
            field.Accessor.SetValue(message, value);
            return url.Encode(value, keepSlashes: true);
        }
        while (true)
        {
            var value = maker.Value(field);
            if (scalars.Text(field, value) is var text && text is "" or "." or "..")
                continue;
            field.Accessor.SetValue(message, value);
            return url.Encode(text, keepSlashes: false);
        }
    }

    IEnumerable<string> Segments(string pattern)
    {
        if (pattern is not ("*" or "**"))
            return [pattern];
        return Enumerable.Range(0, pattern == "*" ? 1 : random.Next(1, 4)).Select(_ => Segment());
    }

    // In a value of several segments a slash always stands between two.
    string Segment()
    {
        while (true)
        {
            if (maker.Text(1).Replace("/", "", StringComparison.Ordinal) is var text && text is not ("" or "." or ".."))
                return text;
        }
    }

    void Flatten(IMessage message, string proto, string name, HashSet<string> bound, List<string> query)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder().Where(field => !bound.Contains(proto + field.Name)))
        {
            // A dot of a name would be taken for the end of one.
            var inside = name + (random.Next(3) == 0 || field.JsonName.Contains('.', StringComparison.Ordinal) ? field.Name : field.JsonName);
            if (field.IsMap || (field.FieldType == FieldType.Message && !HasText(field.MessageType) && (field.IsRepeated || IsWellKnown(field.MessageType))))
                field.Accessor.Clear(message);
            else if (field.IsRepeated)
                query.AddRange(((IList)field.Accessor.GetValue(message)).Cast<object>().Select(value => Pair(inside, field, value)));
            else if (field.HasPresence ? field.Accessor.HasValue(message) : random.Next(10) == 0 || !IsDefault(field, field.Accessor.GetValue(message)))
                FlattenOne(message, field, proto, inside, bound, query);
        }
    }

    void FlattenOne(IMessage message, FieldDescriptor field, string proto, string inside, HashSet<string> bound, List<string> query)
    {
        if (field.FieldType != FieldType.Message || HasText(field.MessageType))
        {
            query.Add(Pair(inside, field, field.Accessor.GetValue(message)));
            return;
        }
        var before = query.Count;
        Flatten((IMessage)field.Accessor.GetValue(message), $"{proto}{field.Name}.", $"{inside}.", bound, query);
        // An empty message has no form in a query.
        if (query.Count == before && !bound.Any(path => path.StartsWith($"{proto}{field.Name}.", StringComparison.Ordinal)))
            field.Accessor.Clear(message);
    }

    string Pair(string name, FieldDescriptor field, object value) => $"{url.Query(name)}={url.Query(scalars.Text(field, value))}";

    static bool HasText(MessageDescriptor type) =>
        MessageMaker.IsWrapper(type) || type.FullName is "google.protobuf.Timestamp" or "google.protobuf.Duration" or "google.protobuf.FieldMask";

    static bool IsWellKnown(MessageDescriptor type) => type.File.Package == "google.protobuf";

    static bool IsDefault(FieldDescriptor field, object value) => value switch
    {
        string text => text.Length == 0,
        ByteString bytes => bytes.IsEmpty,
        double number => BitConverter.DoubleToInt64Bits(number) == 0,
        float number => BitConverter.SingleToInt32Bits(number) == 0,
        _ when field.FieldType == FieldType.Enum => (int)value == 0,
        _ => Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture) == 0,
    };
}
