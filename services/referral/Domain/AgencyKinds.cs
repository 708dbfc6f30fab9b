namespace Tsunagu.Referrals.Domain;

/// <summary>Codes of the kinds of agency, as events and files write them: <c>city_department</c>, <c>npo</c> and so on.</summary>
public static class AgencyKinds
{
    static readonly Dictionary<string, AgencyKind> ByCode = Enum.GetValues<AgencyKind>().ToDictionary(CodeOf, StringComparer.Ordinal);

    /// <summary>Code of a kind.</summary>
    public static string CodeOf(AgencyKind kind) => kind switch
    {
        AgencyKind.CityDepartment => "city_department",
        AgencyKind.Contractor => "contractor",
        AgencyKind.SocialWelfareCouncil => "social_welfare_council",
        AgencyKind.School => "school",
        AgencyKind.Hospital => "hospital",
        AgencyKind.Npo => "npo",
        AgencyKind.Legal => "legal",
        AgencyKind.WelfareCommissioner => "welfare_commissioner",
    };

    /// <summary>The kind of a code; hyphens count as underscores.</summary>
    /// <exception cref="FormatException">There is no such kind.</exception>
    public static AgencyKind Parse(string code) => ByCode.TryGetValue(code.Replace('-', '_'), out var kind)
        ? kind
        : throw new FormatException("An agency of the sample city is of a kind that is not known.");
}
