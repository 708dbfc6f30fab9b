using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Tests.Shapes.V1;

namespace Tsunagu.Tests.StandIns.Transcoding.Reference;

/// <summary>Makes messages at random, with a liking for the edges of every type.</summary>
sealed partial class MessageMaker(Random random, bool namedEnumsOnly)
{
    const int FieldsWanted = 7;
    const int MaxDepth = 3;

    public IMessage Make(MessageDescriptor type, int depth = 0)
    {
        if (WellKnown(type, depth) is { } known)
            return known;
        var message = type.Parser.ParseFrom(ByteString.Empty);
        var fields = type.Fields.InDeclarationOrder();
        var share = Math.Clamp((double)FieldsWanted / fields.Count, 0.02, 0.8) / (depth + 1);
        foreach (var field in fields)
        {
            if (random.NextDouble() < share && (depth < MaxDepth || field.FieldType != FieldType.Message))
                Set(message, field, depth);
        }
        return message;
    }

    /// <summary>A value in the type that the field's accessor takes.</summary>
    public object Value(FieldDescriptor field, int depth = 0) => field.FieldType switch
    {
        FieldType.String => Text(),
        FieldType.Bytes => ByteString.CopyFrom(Bytes()),
        FieldType.Bool => Chance(0.5),
        FieldType.Int32 or FieldType.SInt32 or FieldType.SFixed32 => (int)Whole(int.MinValue, int.MaxValue),
        FieldType.UInt32 or FieldType.Fixed32 => (uint)Whole(0, uint.MaxValue),
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => (long)Whole(long.MinValue, long.MaxValue),
        FieldType.UInt64 or FieldType.Fixed64 => (ulong)Whole(0, ulong.MaxValue),
        FieldType.Double => Floating(),
        FieldType.Float => (float)Floating() is var value && float.IsInfinity(value) ? float.MaxValue : value,
        FieldType.Enum => namedEnumsOnly || Chance(0.8) ? Pick([.. field.EnumType.Values]).Number
            : field.EnumType.FullName == "google.protobuf.NullValue" ? 0 : (int)Whole(int.MinValue, int.MaxValue),
        FieldType.Message when IsWrapper(field.MessageType) => Value(field.MessageType.FindFieldByNumber(1)),
        FieldType.Message => Make(field.MessageType, depth + 1),
        FieldType.Group => throw new InvalidOperationException(field.FullName),
    };

    public static bool IsWrapper(MessageDescriptor type) => type.File.Name == "google/protobuf/wrappers.proto";

    void Set(IMessage message, FieldDescriptor field, int depth)
    {
        var value = field.Accessor.GetValue(message);
        if (field.IsMap)
        {
            for (var left = random.Next(3); left >= 0; left--)
                ((IDictionary)value)[Value(field.MessageType.FindFieldByNumber(1))] = Value(field.MessageType.FindFieldByNumber(2), depth);
        }
        else if (field.IsRepeated)
        {
            for (var left = random.Next(4); left > 0; left--)
                ((IList)value).Add(Value(field, depth));
        }
        else
        {
            field.Accessor.SetValue(message, Value(field, depth));
        }
    }

    IMessage? WellKnown(MessageDescriptor type, int depth) => type.FullName switch
    {
        "google.protobuf.Timestamp" => new Timestamp { Seconds = (long)Whole(-62135596800, 253402300799), Nanos = Nanos() },
        "google.protobuf.Duration" => Lasting(),
        "google.protobuf.FieldMask" => new FieldMask { Paths = { Many(1, 3, () => Pick("text", "inner.label", "int64_value", "inner.inner.sure", "ab_cd.ef")) } },
        "google.protobuf.Struct" => new Struct { Fields = { Many(0, 3, () => Text(1)).Distinct().ToDictionary(key => key, _ => Anything(depth + 1)) } },
        "google.protobuf.ListValue" => new ListValue { Values = { Many(0, 3, () => Anything(depth + 1)) } },
        "google.protobuf.Value" => Anything(depth),
        "google.protobuf.Any" => Any.Pack(Pick<IMessage>(
            (Inner)Make(Inner.Descriptor, depth + 1), new StringValue { Value = Text() }, new Int64Value { Value = (long)Whole(long.MinValue, long.MaxValue) })),
        _ when IsWrapper(type) => Wrapped(type),
        _ => null,
    };

    IMessage Wrapped(MessageDescriptor type)
    {
        var message = type.Parser.ParseFrom(ByteString.Empty);
        type.FindFieldByNumber(1).Accessor.SetValue(message, Value(type.FindFieldByNumber(1)));
        return message;
    }

    Duration Lasting()
    {
        var seconds = (long)Whole(-315576000000, 315576000000);
        return new Duration { Seconds = seconds, Nanos = seconds == 0 ? Nanos() * Pick(1, -1) : Nanos() * Math.Sign(seconds) };
    }

    Value Anything(int depth) => random.Next(depth < MaxDepth ? 7 : 4) switch
    {
        0 => Google.Protobuf.WellKnownTypes.Value.ForNull(),
        1 => Google.Protobuf.WellKnownTypes.Value.ForBool(Chance(0.5)),
        2 => Google.Protobuf.WellKnownTypes.Value.ForString(Text()),
        3 or 4 => Google.Protobuf.WellKnownTypes.Value.ForNumber(Floating() is var number && double.IsFinite(number) ? number : 0.5),
        5 => new Value { StructValue = (Struct)WellKnown(Struct.Descriptor, depth)! },
        _ => new Value { ListValue = (ListValue)WellKnown(ListValue.Descriptor, depth)! },
    };
}
