using System.Globalization;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Tests.EndToEnd.Strangers;

public sealed partial class Walk
{
    async Task AdministerAsync()
    {
        const string agency = "newcomers-npo";
        var registered = await AskAsync<Agency>(
            Administrator, new RegisterAgencyRequest { RequestId = NewRequest(), AgencyId = agency, Name = "NPO法人あたらしい窓口", Kind = AgencyKind.Npo });
        await AskAsync<Agency>(Administrator, new ReviseAgencyRequest
        {
            RequestId = NewRequest(),
            AgencyId = agency,
            ExpectedVersion = registered.Version,
            Name = "NPO法人あたらしい窓口の会",
            Kind = AgencyKind.Contractor,
        });
        await AdministerStaffAsync(agency);
        var signed = await AskAsync<Agreement>(Administrator, new SignAgreementRequest
        {
            RequestId = NewRequest(),
            AgencyId = agency,
            Scopes = { "intake", "referral" },
            StartsOn = DayOfJapan(0),
            EndsOn = DayOfJapan(30),
        });
        var renewed = await AskAsync<Agreement>(Administrator, new RenewAgreementRequest
        {
            RequestId = NewRequest(),
            AgreementId = signed.AgreementId,
            ExpectedVersion = signed.Version,
            EndsOn = DayOfJapan(60),
        });
        await AskAsync<Agreement>(Administrator, new EndAgreementRequest
        {
            RequestId = NewRequest(),
            AgreementId = signed.AgreementId,
            ExpectedVersion = renewed.Version,
            Reason = "解約の申し出があったため",
        });
        await AskAsync<ListAgreementsResponse>(Administrator, new ListAgreementsRequest { AgencyId = "-" });
        await AdministerSharingAsync();
        await AskAsync<RepublishDirectoryResponse>(Administrator, new RepublishDirectoryRequest { RequestId = NewRequest() });
    }

    /// <summary>The rules as they are, from a day on that is far off: proposed by one, approved by another, and a second proposal taken back.</summary>
    async Task AdministerSharingAsync()
    {
        var current = await AskAsync<SharingRules>(Administrator, new GetSharingRulesRequest());
        var proposed = await AskAsync<SharingRules>(Administrator, Proposal(current.Version));
        await AskAsync<SharingRules>(Manager, new ApproveSharingRulesRequest { RequestId = NewRequest(), Version = proposed.Version });
        var other = await AskAsync<SharingRules>(Administrator, Proposal(proposed.Version));
        await AskAsync<SharingRules>(
            Administrator, new RejectSharingRulesRequest { RequestId = NewRequest(), Version = other.Version, Reason = "提案の取り下げ" });
        await AskAsync<ListSharingRulesResponse>(Administrator, new ListSharingRulesRequest());

        ProposeSharingRulesRequest Proposal(string basedOn) =>
            new() { RequestId = NewRequest(), BasedOn = basedOn, StartsOn = DayOfJapan(400), Rules = { current.Rules }, Reason = "法改正への備え" };
    }

    async Task AdministerStaffAsync(string agency)
    {
        const string staff = "newcomer-01";
        const string name = "新井　望";
        var enrolled = await AskAsync<StaffMember>(
            Administrator, new EnrolStaffRequest { RequestId = NewRequest(), AgencyId = agency, StaffId = staff, Name = name, Roles = { Role.Partner } });
        var revised = await AskAsync<StaffMember>(Administrator, new ReviseStaffRequest
        {
            RequestId = NewRequest(),
            StaffId = staff,
            ExpectedVersion = enrolled.Version,
            AgencyId = agency,
            Name = name,
            Roles = { Role.Partner, Role.LayWatcher },
        });
        var suspended = await AskAsync<StaffMember>(
            Administrator, new SuspendStaffRequest { RequestId = NewRequest(), StaffId = staff, ExpectedVersion = revised.Version });
        await AskAsync<StaffMember>(
            Administrator, new ReinstateStaffRequest { RequestId = NewRequest(), StaffId = staff, ExpectedVersion = suspended.Version });
        // Until 1 February both doors say that it is too early; from then on the rights are carried over once.
        if (RightsAreRenewable)
            await AskAsync<StaffMember>(Administrator, RenewRights());
        else
            await AskRefusedAsync(Administrator, RenewRights());

        RenewStaffRightsRequest RenewRights() => new() { RequestId = NewRequest(), StaffId = staff };
    }

    /// <summary>True in the last two months of the fiscal year, when rights may be carried over to the next one.</summary>
    internal static bool RightsAreRenewable => Japan.Month is 2 or 3;

    static DateTimeOffset Japan => DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(9));

    static string DayOfJapan(int ahead) => Japan.AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
