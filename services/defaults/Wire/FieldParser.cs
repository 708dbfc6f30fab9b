using System.Globalization;
using System.Text.RegularExpressions;

namespace Tsunagu.ServiceDefaults.Wire;

/// <summary>
/// Parses request fields at the edge. Each method refuses with FIELD_INVALID and a violation that names the field; the
/// value itself never enters the refusal.
/// </summary>
public static partial class FieldParser
{
    /// <summary>A UUID in its usual form with hyphens; empty is refused.</summary>
    public static Guid Uuid(string value, string field) =>
        UuidOrNull(value, field) ?? throw WireErrors.Field(field, "必須項目です。");

    /// <summary>A UUID, or null when the field is empty.</summary>
    public static Guid? UuidOrNull(string value, string field)
    {
        if (string.IsNullOrEmpty(value))
            return null;
        return value.Length == 36 && Guid.TryParseExact(value, "D", out var id) && id != Guid.Empty
            ? id
            : throw WireErrors.Field(field, "UUIDの形式ではありません。");
    }

    /// <summary>Text without surrounding blanks; control characters other than line breaks and tabs are refused.</summary>
    /// <param name="value">As received.</param>
    /// <param name="field">Field path as in the proto.</param>
    /// <param name="max">Longest text, in Unicode characters (a surrogate pair counts as one).</param>
    /// <param name="required">True: empty is refused.</param>
    public static string Text(string value, string field, int max, bool required)
    {
        var text = value.Trim();
        if (text.Length == 0)
            return required ? throw WireErrors.Field(field, "必須項目です。") : "";
        if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
            throw WireErrors.Field(field, "使用できない文字が含まれています。");
        return text.EnumerateRunes().Count() <= max
            ? text
            : throw WireErrors.Field(field, string.Create(CultureInfo.InvariantCulture, $"{max}文字以内で入力してください。"));
    }

    /// <summary>A date as yyyy-MM-dd, or null when the field is empty.</summary>
    public static DateOnly? Date(string value, string field)
    {
        if (string.IsNullOrEmpty(value))
            return null;
        return DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw WireErrors.Field(field, "日付はyyyy-MM-ddの形式で入力してください。");
    }

    /// <summary>A page size: the default when absent (0), else between 1 and <paramref name="max"/>.</summary>
    public static int PageSize(int value, int @default, int max, string field = "page_size") =>
        value == 0 ? @default
        : value >= 1 && value <= max ? value
        : throw WireErrors.Field(field, string.Create(CultureInfo.InvariantCulture, $"1から{max}までの数を指定してください。"));

    /// <summary>A code: 1 to 100 characters of letters, digits and <c>. _ : -</c>; empty is refused.</summary>
    public static string Code(string value, string field) =>
        CodeOrNull(value, field) ?? throw WireErrors.Field(field, "必須項目です。");

    /// <summary>A code, or null when the field is empty.</summary>
    public static string? CodeOrNull(string value, string field)
    {
        if (string.IsNullOrEmpty(value))
            return null;
        return CodePattern().IsMatch(value) ? value : throw WireErrors.Field(field, "コードの形式ではありません。");
    }

    [GeneratedRegex(@"^[A-Za-z0-9._:-]{1,100}\z")]
    private static partial Regex CodePattern();
}
