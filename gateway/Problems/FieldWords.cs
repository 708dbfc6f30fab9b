using Google.Protobuf.Reflection;

namespace Tsunagu.Gateway.Problems;

/// <summary>What a field of a request takes, in the words callers read. Transcoding names the field alone and speaks English.</summary>
static class FieldWords
{
    const string Unknown = "値の形式が正しくありません。";

    /// <summary>The words for the field at a JSON path such as <c>inner.tags[2]</c>.</summary>
    public static string For(MessageDescriptor? type, string path)
    {
        FieldDescriptor? field = null;
        foreach (var name in path.Split('.').Select(step => step.Split('[')[0]))
        {
            field = type?.Fields.InDeclarationOrder().FirstOrDefault(one => one.JsonName == name);
            type = field is null ? null : field.IsMap ? Message(field.MessageType.FindFieldByNumber(2)) : Message(field);
        }

        return field switch
        {
            null => Unknown,
            { IsMap: true } => "値の組の形式が正しくありません。",
            { RealContainingOneof: not null } => "値の形式が正しくないか、同時に指定できない項目があります。",
            { IsRepeated: true } when !path.EndsWith(']') => "値は配列で指定してください。",
            _ => Single(field),
        };
    }

    static string Single(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.String => "文字列で指定してください。",
        FieldType.Bool => "trueまたはfalseで指定してください。",
        FieldType.Bytes => "Base64の文字列で指定してください。",
        FieldType.Enum => "選択肢にない値です。",
        FieldType.Float or FieldType.Double => "数値で指定してください。",
        FieldType.UInt32 or FieldType.UInt64 or FieldType.Fixed32 or FieldType.Fixed64 => "0以上の整数で、範囲内の値を指定してください。",
        FieldType.Message => Message(field.MessageType.FullName),
        FieldType.Group => Unknown,
        _ => "整数で、範囲内の値を指定してください。",
    };

    static string Message(string type) => type switch
    {
        "google.protobuf.Timestamp" => "日時は2026-01-02T03:04:05Zの形式で指定してください。",
        "google.protobuf.Duration" => "期間は秒数にsを付けた形式（1.5sなど）で指定してください。",
        "google.protobuf.FieldMask" => "項目名をコンマで区切った文字列で指定してください。",
        _ => Unknown,
    };

    static MessageDescriptor? Message(FieldDescriptor field) => field.FieldType == FieldType.Message ? field.MessageType : null;
}
