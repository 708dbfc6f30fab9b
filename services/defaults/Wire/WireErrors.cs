using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Wire;

/// <summary>Refusals of what cannot be parsed. The value that was sent is never repeated.</summary>
public static class WireErrors
{
    /// <summary>FIELD_INVALID about one field.</summary>
    /// <param name="field">Field path as in the proto.</param>
    /// <param name="detail">What is wrong, in Japanese.</param>
    public static Refusal Field(string field, string detail) => Fields([new(field, detail)]);

    /// <summary>FIELD_INVALID about several fields at once.</summary>
    public static Refusal Fields(IReadOnlyList<FieldViolation> violations) =>
        new(RefusalKind.Invalid, "FIELD_INVALID", "入力内容に誤りがあります。", violations);
}
