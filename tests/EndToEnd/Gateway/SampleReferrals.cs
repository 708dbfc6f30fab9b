using System.Diagnostics;
using Grpc.Core;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Tests.EndToEnd.Gateway;

/// <summary>Answers with what it was asked, or with the refusal that the id names.</summary>
public sealed class SampleReferrals : ReferralService.ReferralServiceBase
{
    public override Task<Referral> CreateReferral(CreateReferralRequest request, ServerCallContext context) =>
        Task.FromResult(new Referral { ReferralId = "r-1", ToAgencyId = request.ToAgencyId, Content = request.Content, State = ReferralState.Draft });

    public override Task<Referral> GetReferral(GetReferralRequest request, ServerCallContext context) =>
        Task.FromResult(new Referral { ReferralId = request.ReferralId, CaseId = Activity.Current?.TraceId.ToString() ?? "" });

    public override Task<Referral> SendReferral(SendReferralRequest request, ServerCallContext context) => throw (request.ReferralId switch
    {
        "wrong-state" => new Refusal(RefusalKind.WrongState, "REFERRAL_WRONG_STATE", "この状態では送付できません。"),
        "stale" => new Refusal(RefusalKind.Stale, "VERSION_STALE", "ほかの更新が先に行われています。"),
        "invalid" => new Refusal(RefusalKind.Invalid, "FIELD_INVALID", "入力に誤りがあります。", [new FieldViolation("request_id", "UUIDを指定してください。")]),
        "broken" => new InvalidOperationException("SELECT * FROM residents"),
        _ => new Refusal(RefusalKind.NotFound, "REFERRAL_NOT_FOUND", "つなぐシートが見つかりません。"),
    });

    public override async Task<ListReferralsResponse> ListReferrals(ListReferralsRequest request, ServerCallContext context)
    {
        await Task.Delay(Timeout.Infinite, context.CancellationToken);
        return new ListReferralsResponse();
    }
}
