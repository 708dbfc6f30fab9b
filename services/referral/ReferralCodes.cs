using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Wire;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

/// <summary>Enums of the contract beside those of the domain.</summary>
static class ReferralCodes
{
    /// <summary>Type of the public event of a deadline that passed without an answer.</summary>
    public const string Overdue = "referral.overdue";

    public static Wire.ReferralState From(ReferralState state) => state switch
    {
        ReferralState.Draft => Wire.ReferralState.Draft,
        ReferralState.Sent => Wire.ReferralState.Sent,
        ReferralState.Received => Wire.ReferralState.Received,
        ReferralState.Accepted => Wire.ReferralState.Accepted,
        ReferralState.Returned => Wire.ReferralState.Returned,
        ReferralState.Declined => Wire.ReferralState.Declined,
        ReferralState.Completed => Wire.ReferralState.Completed,
    };

    /// <summary>State to filter by; null when none was given.</summary>
    public static ReferralState? ParseState(Wire.ReferralState state) => state switch
    {
        Wire.ReferralState.Unspecified => null,
        Wire.ReferralState.Draft => ReferralState.Draft,
        Wire.ReferralState.Sent => ReferralState.Sent,
        Wire.ReferralState.Received => ReferralState.Received,
        Wire.ReferralState.Accepted => ReferralState.Accepted,
        Wire.ReferralState.Returned => ReferralState.Returned,
        Wire.ReferralState.Declined => ReferralState.Declined,
        Wire.ReferralState.Completed => ReferralState.Completed,
        _ => throw WireErrors.Field("state", "指定できない値です。"),
    };

    /// <summary>Type of the public event of reaching a state, such as <c>referral.sent</c>.</summary>
    public static string EventType(ReferralState state) => "referral." + state.ToString().ToLowerInvariant();

    public static Wire.LegalBasis From(LegalBasis basis) => basis switch
    {
        LegalBasis.None => Wire.LegalBasis.Unspecified,
        LegalBasis.Consent => Wire.LegalBasis.Consent,
        LegalBasis.PrivacyAct69Paragraph2 => Wire.LegalBasis.PrivacyAct692,
        LegalBasis.SocialWelfareAct106Article6 => Wire.LegalBasis.SocialWelfareAct1066,
        LegalBasis.Delegation => Wire.LegalBasis.Delegation,
        LegalBasis.AbuseLaw => Wire.LegalBasis.AbuseLaw,
        LegalBasis.Emergency => Wire.LegalBasis.Emergency,
        LegalBasis.PrivacyAct69Paragraph2Item1 => Wire.LegalBasis.PrivacyAct6921,
        LegalBasis.PrivacyAct69Paragraph2Item2 => Wire.LegalBasis.PrivacyAct6922,
        LegalBasis.PrivacyAct69Paragraph2Item3 => Wire.LegalBasis.PrivacyAct6923,
        LegalBasis.PrivacyAct69Paragraph2Item4 => Wire.LegalBasis.PrivacyAct6924,
    };

    /// <summary>The name of the contract, such as <c>LEGAL_BASIS_CONSENT</c>.</summary>
    public static string NameOf(LegalBasis basis) =>
        Wire.ReferralReflection.Descriptor.EnumTypes.Single(type => type.Name == nameof(LegalBasis)).FindValueByNumber((int)From(basis)).Name;

    /// <summary>The basis of grants and rules that a sheet's stands for; numbers agree.</summary>
    /// <param name="basis">A basis that was chosen.</param>
    public static GrantBasis GrantBasisOf(LegalBasis basis) => (GrantBasis)(int)From(basis);

    /// <summary>The basis of a sheet that one of grants and rules stands for; numbers agree.</summary>
    public static LegalBasis LegalBasisOf(GrantBasis basis) => ParseBasis((Wire.LegalBasis)(int)basis);

    public static LegalBasis ParseBasis(Wire.LegalBasis basis) => basis switch
    {
        Wire.LegalBasis.Unspecified => LegalBasis.None,
        Wire.LegalBasis.Consent => LegalBasis.Consent,
        Wire.LegalBasis.PrivacyAct692 => LegalBasis.PrivacyAct69Paragraph2,
        Wire.LegalBasis.SocialWelfareAct1066 => LegalBasis.SocialWelfareAct106Article6,
        Wire.LegalBasis.Delegation => LegalBasis.Delegation,
        Wire.LegalBasis.AbuseLaw => LegalBasis.AbuseLaw,
        Wire.LegalBasis.Emergency => LegalBasis.Emergency,
        Wire.LegalBasis.PrivacyAct6921 => LegalBasis.PrivacyAct69Paragraph2Item1,
        Wire.LegalBasis.PrivacyAct6922 => LegalBasis.PrivacyAct69Paragraph2Item2,
        Wire.LegalBasis.PrivacyAct6923 => LegalBasis.PrivacyAct69Paragraph2Item3,
        Wire.LegalBasis.PrivacyAct6924 => LegalBasis.PrivacyAct69Paragraph2Item4,
        _ => throw WireErrors.Field("content.legal_basis", "指定できない値です。"),
    };

    public static Wire.AgencyKind From(AgencyKind kind) => kind switch
    {
        AgencyKind.CityDepartment => Wire.AgencyKind.CityDepartment,
        AgencyKind.Contractor => Wire.AgencyKind.Contractor,
        AgencyKind.SocialWelfareCouncil => Wire.AgencyKind.SocialWelfareCouncil,
        AgencyKind.School => Wire.AgencyKind.School,
        AgencyKind.Hospital => Wire.AgencyKind.Hospital,
        AgencyKind.Npo => Wire.AgencyKind.Npo,
        AgencyKind.Legal => Wire.AgencyKind.Legal,
        AgencyKind.WelfareCommissioner => Wire.AgencyKind.WelfareCommissioner,
    };

    /// <summary>Kind of an agency; one has to be given.</summary>
    public static AgencyKind ParseKind(Wire.AgencyKind kind) => kind switch
    {
        Wire.AgencyKind.Unspecified => throw WireErrors.Field("kind", "必須項目です。"),
        Wire.AgencyKind.CityDepartment => AgencyKind.CityDepartment,
        Wire.AgencyKind.Contractor => AgencyKind.Contractor,
        Wire.AgencyKind.SocialWelfareCouncil => AgencyKind.SocialWelfareCouncil,
        Wire.AgencyKind.School => AgencyKind.School,
        Wire.AgencyKind.Hospital => AgencyKind.Hospital,
        Wire.AgencyKind.Npo => AgencyKind.Npo,
        Wire.AgencyKind.Legal => AgencyKind.Legal,
        Wire.AgencyKind.WelfareCommissioner => AgencyKind.WelfareCommissioner,
        _ => throw WireErrors.Field("kind", "指定できない値です。"),
    };
}
