using Google.Protobuf.Reflection;
using Google.Rpc;

namespace Tsunagu.ServiceDefaults.Errors;

/// <summary>
/// The stable code inside <c>google.rpc.ErrorInfo</c>: field 1, which older versions of the common protos name <c>type</c> and later ones
/// <c>reason</c>. On the wire they are the same; by number the sources compile with both.
/// </summary>
public static class ErrorReason
{
    static readonly IFieldAccessor Field = ErrorInfo.Descriptor.FindFieldByNumber(1).Accessor;

    /// <summary>The code; empty when there is none.</summary>
    public static string Of(ErrorInfo info) => (string)Field.GetValue(info);

    /// <summary>A code of a domain.</summary>
    public static ErrorInfo In(string domain, string reason)
    {
        var info = new ErrorInfo { Domain = domain };
        Field.SetValue(info, reason);
        return info;
    }
}
