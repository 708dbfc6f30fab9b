using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.ServiceDefaults.Directory;

/// <summary>An agency as the directory has it.</summary>
/// <param name="Id">Its code.</param>
/// <param name="Kind">Code of its kind, such as <c>city_department</c> or <c>npo</c>.</param>
/// <param name="Agreements">Its agreements, past and coming ones included.</param>
public sealed record KnownAgency(AgencyId Id, string Kind, IReadOnlyList<KnownAgreement> Agreements)
{
    /// <summary>Kind of the city's own departments, which need no agreement with the city.</summary>
    public const string CityDepartment = "city_department";

    /// <summary>True when its staff may act only under an agreement.</summary>
    public bool NeedsAgreement => Kind != CityDepartment;
}
