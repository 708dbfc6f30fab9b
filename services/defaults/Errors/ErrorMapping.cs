using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Errors;

/// <summary>What a caller is told about an exception: never a stack, SQL text or the name of a type.</summary>
static class ErrorMapping
{
    const string InternalDetail = "システムエラーが発生しました。";

    /// <summary>The answer for an exception that left a handler.</summary>
    /// <param name="exception">What left the handler.</param>
    /// <param name="cancelled">True when the call itself was cancelled or its deadline passed.</param>
    /// <param name="deadlinePassed">True when the deadline passed.</param>
    public static RpcException Map(Exception exception, bool cancelled, bool deadlinePassed) => exception switch
    {
        Refusal refusal => Of(refusal),
        RpcException rpc => Of(rpc),
        _ when cancelled => deadlinePassed
            ? StatusDetails.Exception(StatusCode.DeadlineExceeded, "DEADLINE_EXCEEDED", "時間内に処理が終わりませんでした。")
            : StatusDetails.Exception(StatusCode.Cancelled, "CANCELLED", "処理が取り消されました。"),
        DbUpdateConcurrencyException => Of(DataErrors.Stale()),
        _ when IsTransient(exception) => Of(DataErrors.Unavailable()),
        _ => StatusDetails.Exception(StatusCode.Internal, "INTERNAL", InternalDetail),
    };

    /// <summary>The code by which an exception that left a handler goes on record: that of the answer which the caller gets.</summary>
    /// <inheritdoc cref="Map"/>
    public static string CodeOf(Exception exception, bool cancelled, bool deadlinePassed) =>
        StatusDetails.ReasonOf(Map(exception, cancelled, deadlinePassed));

    /// <summary>True when the same call may succeed a moment later: the database is away or asks to try again.</summary>
    public static bool IsTransient(Exception exception) =>
        exception is NpgsqlException { IsTransient: true }
        || (exception is PostgresException postgres && ServerIsLeaving(postgres.SqlState))
        || (exception.InnerException is { } inner && IsTransient(inner));

    /// <summary>True when waiting helps: what <see cref="IsTransient"/> says, or another service that is away.</summary>
    public static bool IsPassing(Exception exception) =>
        IsTransient(exception)
        || exception is Refusal { Kind: RefusalKind.Unavailable }
            or RpcException { StatusCode: StatusCode.Unavailable or StatusCode.DeadlineExceeded };

    // Class 57P: shut down, crashed, starting up. Class 08: connection lost.
    static bool ServerIsLeaving(string state) =>
        state.StartsWith("57P", StringComparison.Ordinal) || state.StartsWith("08", StringComparison.Ordinal);

    static RpcException Of(Refusal refusal) =>
        StatusDetails.Exception(Code(refusal.Kind), refusal.Code, refusal.Detail, refusal.Violations);

    // An answer of another service of ours already says it all; anything else gets our words for its status.
    static RpcException Of(RpcException rpc) =>
        rpc.Trailers.Any(entry => entry.Key == StatusDetails.Trailer)
            ? rpc
            : rpc.StatusCode switch
            {
                StatusCode.Unavailable => StatusDetails.Exception(
                    rpc.StatusCode, "DEPENDENCY_UNAVAILABLE", "ほかのサービスに接続できません。しばらくしてからもう一度お試しください。"),
                StatusCode.DeadlineExceeded => StatusDetails.Exception(
                    rpc.StatusCode, "DEADLINE_EXCEEDED", "時間内に処理が終わりませんでした。"),
                StatusCode.Cancelled => StatusDetails.Exception(rpc.StatusCode, "CANCELLED", "処理が取り消されました。"),
                StatusCode.Unimplemented => StatusDetails.Exception(
                    rpc.StatusCode, "UNIMPLEMENTED", "この操作は提供されていません。"),
                StatusCode.ResourceExhausted => StatusDetails.Exception(
                    rpc.StatusCode, "RESOURCE_EXHAUSTED", "データが大きすぎるか、上限に達しました。"),
                StatusCode.InvalidArgument => StatusDetails.Exception(
                    rpc.StatusCode, "INVALID_ARGUMENT", "リクエストの形式に誤りがあります。"),
                _ => StatusDetails.Exception(StatusCode.Internal, "INTERNAL", InternalDetail),
            };

    static StatusCode Code(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => StatusCode.InvalidArgument,
        RefusalKind.NotFound => StatusCode.NotFound,
        RefusalKind.WrongState => StatusCode.FailedPrecondition,
        RefusalKind.Stale => StatusCode.Aborted,
        RefusalKind.Forbidden => StatusCode.PermissionDenied,
        RefusalKind.Unauthenticated => StatusCode.Unauthenticated,
        RefusalKind.Exhausted => StatusCode.ResourceExhausted,
        RefusalKind.Unavailable => StatusCode.Unavailable,
        RefusalKind.AlreadyExists => StatusCode.AlreadyExists,
    };
}
