using System.Globalization;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Tsunagu.Tests.StandIns.Transcoding.Reference;

/// <summary>Writes single values as JSON or as text of a path or query.</summary>
sealed class ScalarRenderer(Random random)
{
    /// <summary>The value as JSON.</summary>
    public string Json(FieldDescriptor field, object value) => field.FieldType switch
    {
        FieldType.String => Quoted((string)value),
        FieldType.Bytes => Quoted(Base64((ByteString)value)),
        FieldType.Bool => (bool)value ? "true" : "false",
        FieldType.Enum => Enumeration(field.EnumType, (int)value),
        FieldType.Double or FieldType.Float => Floating(value),
        _ => Whole(value),
    };

    /// <summary>The value as it stands in a path or query.</summary>
    public string Text(FieldDescriptor field, object value) => field.FieldType switch
    {
        FieldType.String => (string)value,
        FieldType.Bytes => Base64((ByteString)value),
        FieldType.Bool => (bool)value ? "true" : "false",
        FieldType.Enum => random.Next(3) == 0 ? ((int)value).ToString(CultureInfo.InvariantCulture) : NameOf(field.EnumType, (int)value),
        FieldType.Message when value is IMessage message => message.ToString()!.Trim('"'),
        FieldType.Message => Text(field.MessageType.FindFieldByNumber(1), value),
        _ => Plain(value),
    };

    public string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            var must = letter is '"' or '\\' || letter < ' ';
            quoted.Append(must && random.Next(2) == 0 && Short(letter) is { } known ? known
                : must || random.Next(15) == 0 ? $"\\u{(random.Next(2) == 0 ? $"{(int)letter:x4}" : $"{(int)letter:X4}")}"
                // Half of a pair must not be escaped alone.
                : letter == '/' && random.Next(2) == 0 ? "\\/"
                : letter.ToString());
        }
        return Sound(quoted.Append('"').ToString(), text);
    }

    // Escaping one half of a surrogate pair and not the other gives bytes that are no UTF-8.
    static string Sound(string quoted, string text) => text.Any(char.IsSurrogate) && !Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(quoted)).Equals(quoted, StringComparison.Ordinal)
        ? $"\"{string.Concat(text.Select(letter => $"\\u{(int)letter:x4}"))}\""
        : quoted;

    static string? Short(char letter) => letter switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\b' => "\\b",
        '\f' => "\\f",
        _ => null,
    };

    string Base64(ByteString value)
    {
        var text = value.ToBase64();
        if (random.Next(2) == 0)
            text = text.Replace('+', '-').Replace('/', '_');
        return random.Next(2) == 0 ? text.TrimEnd('=') : text;
    }

    string Enumeration(EnumDescriptor type, int number) => type.FullName == "google.protobuf.NullValue"
        ? random.Next(2) == 0 ? "null" : "\"NULL_VALUE\""
        : random.Next(3) == 0 || type.FindValueByNumber(number) is null ? number.ToString(CultureInfo.InvariantCulture)
        : Quoted(NameOf(type, number));

    string NameOf(EnumDescriptor type, int number)
    {
        var names = type.Values.Where(value => value.Number == number).ToArray();
        return names[random.Next(names.Length)].Name;
    }

    string Floating(object value)
    {
        var text = Plain(value);
        return !double.IsFinite(Convert.ToDouble(value, CultureInfo.InvariantCulture)) || random.Next(5) == 0 ? $"\"{text}\"" : text;
    }

    string Whole(object value)
    {
        var text = Plain(value);
        var digits = text.TrimEnd('0');
        text = random.Next(8) switch
        {
            0 => $"{text}.0",
            1 => $"{text}e0",
            2 when digits.Length > 0 && digits != "-" && digits.Length < text.Length => $"{digits}{(random.Next(2) == 0 ? "e" : "E+")}{text.Length - digits.Length}",
            3 when text.Length > 1 && text[0] != '-' => $"{text[0]}.{text[1..]}e{text.Length - 1}",
            _ => text,
        };
        return random.Next(3) == 0 ? $"\"{text}\"" : text;
    }

    static string Plain(object value) => value switch
    {
        double.NaN or float.NaN => "NaN",
        double.PositiveInfinity or float.PositiveInfinity => "Infinity",
        double.NegativeInfinity or float.NegativeInfinity => "-Infinity",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        float number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
