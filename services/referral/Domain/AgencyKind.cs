namespace Tsunagu.Referrals.Domain;

/// <summary>What sort of agency it is.</summary>
public enum AgencyKind
{
    /// <summary>市の部署.</summary>
    CityDepartment,

    /// <summary>委託事業者.</summary>
    Contractor,

    /// <summary>社会福祉協議会.</summary>
    SocialWelfareCouncil,

    /// <summary>学校.</summary>
    School,

    /// <summary>病院.</summary>
    Hospital,

    /// <summary>NPO.</summary>
    Npo,

    /// <summary>法律家.</summary>
    Legal,

    /// <summary>民生委員.</summary>
    WelfareCommissioner,
}
