using System.Collections;
using System.Globalization;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Tsunagu.Tests.StandIns.Transcoding.Reference;

/// <summary>Writes proto3 JSON, each time in another of the forms that mean the same.</summary>
sealed class JsonRenderer(Random random, TypeRegistry types)
{
    readonly StringBuilder json = new();
    readonly ScalarRenderer scalars = new(random);
    readonly JsonFormatter plain = new(JsonFormatter.Settings.Default.WithTypeRegistry(types));

    public string Message(IMessage message)
    {
        json.Clear();
        Write(message);
        return json.ToString();
    }

    /// <summary>The value of one field alone.</summary>
    public string Value(IMessage message, FieldDescriptor field)
    {
        json.Clear();
        WriteValue(field, field.Accessor.GetValue(message));
        return json.ToString();
    }

    void Write(IMessage message)
    {
        if (message.Descriptor.File.Package == "google.protobuf")
        {
            json.Append(plain.Format(message));
            return;
        }
        var parts = message.Descriptor.Fields.InFieldNumberOrder().Where(field => IsGiven(message, field)).Cast<FieldDescriptor?>().ToList();
        if (random.Next(20) == 0)
            parts.Add(null);
        var shuffled = parts.ToArray();
        random.Shuffle(shuffled);
        json.Append(Blank()).Append('{');
        for (var at = 0; at < shuffled.Length; at++)
        {
            json.Append(at > 0 ? "," : "").Append(Blank());
            if (shuffled[at] is { } field)
                WriteField(message, field);
            else
                json.Append("""  "noSuchField":[{"text":null,"x":"\ud83d\ude00"},-1.5e-3,true]""");
        }
        json.Append(Blank()).Append('}').Append(Blank());
    }

    // What has its default value may be there or not, unless its presence counts.
    bool IsGiven(IMessage message, FieldDescriptor field)
    {
        if (field.IsRepeated)
            return ((ICollection)field.Accessor.GetValue(message)).Count > 0 || random.Next(50) == 0;
        if (field.HasPresence)
            return field.Accessor.HasValue(message) || (random.Next(50) == 0 && field.RealContainingOneof is null && !IsAnything(field));
        return true;
    }

    static bool IsAnything(FieldDescriptor field) => field.FieldType == FieldType.Message && field.MessageType.FullName == "google.protobuf.Value";

    void WriteField(IMessage message, FieldDescriptor field)
    {
        json.Append(scalars.Quoted(random.Next(4) == 0 ? field.Name : field.JsonName)).Append(Blank()).Append(':').Append(Blank());
        if (field.HasPresence && !field.Accessor.HasValue(message))
            json.Append("null");
        else
            WriteValue(field, field.Accessor.GetValue(message));
    }

    void WriteValue(FieldDescriptor field, object? value)
    {
        if (field.IsMap)
            WriteMap(field, (IDictionary)value!);
        else if (field.IsRepeated)
            WriteList(field, (IList)value!);
        else
            WriteSingle(field, value);
    }

    void WriteMap(FieldDescriptor field, IDictionary map)
    {
        json.Append('{');
        foreach (DictionaryEntry entry in map)
        {
            var key = entry.Key is bool flag ? (flag ? "true" : "false") : Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!;
            json.Append(json[^1] == '{' ? "" : ",").Append(scalars.Quoted(key)).Append(Blank()).Append(':');
            WriteSingle(field.MessageType.FindFieldByNumber(2), entry.Value);
        }
        json.Append('}');
    }

    void WriteList(FieldDescriptor field, IList list)
    {
        json.Append('[');
        for (var at = 0; at < list.Count; at++)
        {
            json.Append(at > 0 ? "," : "").Append(Blank());
            WriteSingle(field, list[at]);
        }
        json.Append(']');
    }

    void WriteSingle(FieldDescriptor field, object? value)
    {
        if (value is null)
            json.Append("null");
        else if (value is IMessage message)
            Write(message);
        else
            json.Append(scalars.Json(MessageMaker.IsWrapper(field.FieldType == FieldType.Message ? field.MessageType : Empty.Descriptor) ? field.MessageType.FindFieldByNumber(1) : field, value));
    }

    string Blank() => random.Next(12) switch { 0 => " ", 1 => "\n", 2 => "\t\r ", _ => "" };
}
