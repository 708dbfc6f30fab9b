namespace Tsunagu.ServiceDefaults.Granting;

/// <summary>Codes of the legal bases, as the audit, events and rules write them: those of the contract in lower case, without its prefix.</summary>
public static class GrantBases
{
    static readonly Dictionary<string, GrantBasis> ByCode = Enum.GetValues<GrantBasis>().ToDictionary(CodeOf, StringComparer.Ordinal);

    /// <summary>Code of a basis, such as <c>privacy_act_69_2_3</c>.</summary>
    public static string CodeOf(GrantBasis basis) => basis switch
    {
        GrantBasis.Consent => "consent",
        GrantBasis.PrivacyAct69Paragraph2 => "privacy_act_69_2",
        GrantBasis.PrivacyAct69Paragraph2Item1 => "privacy_act_69_2_1",
        GrantBasis.PrivacyAct69Paragraph2Item2 => "privacy_act_69_2_2",
        GrantBasis.PrivacyAct69Paragraph2Item3 => "privacy_act_69_2_3",
        GrantBasis.PrivacyAct69Paragraph2Item4 => "privacy_act_69_2_4",
        GrantBasis.SocialWelfareAct106Article6 => "social_welfare_act_106_6",
        GrantBasis.Delegation => "delegation",
        GrantBasis.AbuseLaw => "abuse_law",
        GrantBasis.Emergency => "emergency",
    };

    /// <summary>True for the bases that are the person's consent: what is shared on them names it.</summary>
    public static bool RestsOnConsent(GrantBasis basis) => basis is GrantBasis.Consent or GrantBasis.PrivacyAct69Paragraph2Item1;

    /// <summary>The basis of a code; null when there is none.</summary>
    public static GrantBasis? Find(string code) => ByCode.TryGetValue(code, out var basis) ? basis : null;
}
