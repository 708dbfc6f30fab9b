using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Domain;

/// <summary>Refusals about links of records without a key.</summary>
static class LinkErrors
{
    public static Refusal NotFound() => new(RefusalKind.NotFound, "LINK_CANDIDATE_NOT_FOUND", "指定された突合候補はありません。");

    public static Refusal WrongState() =>
        new(RefusalKind.WrongState, "LINK_WRONG_STATE", "この突合候補は、現在の状態ではその操作ができません。最新の状態を確認してください。");

    public static Refusal Taken() =>
        new(RefusalKind.WrongState, "LINK_TAKEN", "この記録は、すでに別の住民と結び付けられています。先にその結び付けを取り消してください。");
}
