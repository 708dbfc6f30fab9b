namespace Tsunagu.ServiceDefaults.Wire;

/// <content>Enum fields: a domain enum has the numbers of the contract's, and no member for 0.</content>
public static partial class FieldParser
{
    /// <summary>A member of a domain enum; 0 (unspecified) is refused.</summary>
    /// <param name="number">Number received.</param>
    /// <param name="field">Field path as in the proto.</param>
    public static T Choice<T>(int number, string field)
        where T : struct, Enum =>
        ChoiceOrNull<T>(number, field) ?? throw WireErrors.Field(field, "必須項目です。");

    /// <summary>A member of a domain enum, or null for 0 (unspecified).</summary>
    /// <param name="number">Number received.</param>
    /// <param name="field">Field path as in the proto.</param>
    public static T? ChoiceOrNull<T>(int number, string field)
        where T : struct, Enum
    {
        if (number == 0) return null;
        var member = (T)Enum.ToObject(typeof(T), number);
        return Enum.IsDefined(member) ? member : throw WireErrors.Field(field, "選択肢にない値です。");
    }
}
