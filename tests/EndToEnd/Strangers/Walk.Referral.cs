using Google.Protobuf.WellKnownTypes;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Tests.EndToEnd.Strangers;

public sealed partial class Walk
{
    async Task AskDirectoryAsync()
    {
        await AskAsync<ListAgenciesResponse>(TaxCounter, new ListAgenciesRequest());
        await AskAsync<ListStaffResponse>(Coordinator, new ListStaffRequest { AgencyId = "-" });
    }

    async Task<Subscription> SubscribeAsync(Uri address)
    {
        var subscription = await AskAsync<Subscription>(
            Partner, new CreateSubscriptionRequest { RequestId = NewRequest(), AgencyId = PartnerAgency, Url = address.ToString() });
        await AskAsync<ListSubscriptionsResponse>(Partner, new ListSubscriptionsRequest { AgencyId = PartnerAgency });
        return subscription;
    }

    async Task<Referral> ReferAsync(Consultation consultation, Case openCase, Consent consent)
    {
        var draft = await DraftAsync(consultation.ConsultationId, openCase.CaseId, consent.ConsentId);
        var id = draft.ReferralId;
        await AskAsync<Referral>(TaxCounter, new SendReferralRequest { RequestId = NewRequest(), ReferralId = id, ExpectedVersion = draft.Version });
        await AskAsync<Referral>(Partner, new ReceiveReferralRequest { RequestId = NewRequest(), ReferralId = id });
        await AskAsync<Referral>(Partner, new ReturnReferralRequest { RequestId = NewRequest(), ReferralId = id, Reason = "連絡先を追記してください" });
        var mended = draft.Content.Clone();
        mended.Contact = "納税課　内線1234";
        await AskAsync<Referral>(TaxCounter, new SendReferralRequest { RequestId = NewRequest(), ReferralId = id, Content = mended });
        await AskAsync<Referral>(Partner, new ReceiveReferralRequest { RequestId = NewRequest(), ReferralId = id });
        await AskAsync<Referral>(Partner, new AcceptReferralRequest { RequestId = NewRequest(), ReferralId = id });
        await AskAsync<Referral>(Partner, new CompleteReferralRequest { RequestId = NewRequest(), ReferralId = id, Outcome = "家計相談を開始しました" });
        await AskAsync<ListReferralsResponse>(Partner, new ListReferralsRequest { State = ReferralState.Completed, PageSize = 3 });
        await AskAsync<ListReferralEventsResponse>(Partner, new ListReferralEventsRequest { PageSize = 1000 });
        return await AskAsync<Referral>(TaxCounter, new GetReferralRequest { ReferralId = id });
    }

    async Task DeclineAsync()
    {
        var id = (await DraftAsync()).ReferralId;
        await AskAsync<Referral>(TaxCounter, new SendReferralRequest { RequestId = NewRequest(), ReferralId = id });
        await AskAsync<Referral>(Partner, new ReceiveReferralRequest { RequestId = NewRequest(), ReferralId = id });
        await AskAsync<Referral>(Partner, new DeclineReferralRequest { RequestId = NewRequest(), ReferralId = id, Reason = "対象地区の外です" });
    }

    Task<Referral> DraftAsync(string consultationId = "", string caseId = "", string consentId = "") => AskAsync<Referral>(TaxCounter, new CreateReferralRequest
    {
        RequestId = NewRequest(),
        ConsultationId = consultationId,
        CaseId = caseId,
        ToAgencyId = PartnerAgency,
        Content = new SheetContent
        {
            Purpose = "税の滞納の背景に家計の困りごとがあるため",
            Request = "家計相談と見守りをお願いします",
            PersonsWish = "まず生活を立て直したい",
            LegalBasis = consentId.Length > 0 ? LegalBasis.Consent : LegalBasis.Delegation,
            ConsentId = consentId,
        },
        RespondBy = Timestamp.FromDateTime(DateTime.UtcNow.AddDays(7)),
    });
}
