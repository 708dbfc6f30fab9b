using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Explaining;

/// <summary>Every refusal of explaining access.</summary>
public static class ExplainErrors
{
    /// <summary>METHOD_UNKNOWN: this service has no such method.</summary>
    public static Refusal MethodUnknown()
    {
        const string detail = "このサービスにその操作はありません。";
        return new(RefusalKind.Invalid, "METHOD_UNKNOWN", detail, [new FieldViolation("method", detail)]);
    }
}
