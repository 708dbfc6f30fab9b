using Google.Protobuf.WellKnownTypes;
using Tsunagu.Contracts.Options.V1;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using Version = Tsunagu.ServiceDefaults.Data.Version;
using Wire = Tsunagu.Contracts.Referrals.V1;

namespace Tsunagu.Referrals;

/// <summary>Between the contract and the domain, for the directory: parses at the edge, writes answers.</summary>
static class DirectoryWire
{
    const string AllAgencies = "-";
    const string ProgramPrefix = "service:";
    const int NameMax = 200;
    const int ReasonMax = 1000;

    public static AgencyId ParseAgency(string value) => new(FieldParser.Code(value, "agency_id"));

    /// <summary>One agency, or null for all.</summary>
    public static AgencyId? ParseAgencyOrAll(string value) => value == AllAgencies ? null : ParseAgency(value);

    public static StaffId ParseStaff(string value) => new(FieldParser.Code(value, "staff_id"));

    /// <summary>An id for somebody new; those of programs are not for staff.</summary>
    public static StaffId ParseNewStaff(string value) => ParseStaff(value) is var id && id.Value.StartsWith(ProgramPrefix, StringComparison.Ordinal)
        ? throw WireErrors.Field("staff_id", "プログラムのIDは職員に使用できません。")
        : id;

    public static Guid ParseAgreement(string value) => FieldParser.Uuid(value, "agreement_id");

    public static string ParseName(string value) => FieldParser.Text(value, "name", NameMax, required: true);

    public static string ParseReason(string value) => FieldParser.Text(value, "reason", ReasonMax, required: true);

    public static DateOnly ParseDay(string value, string field) => FieldParser.Date(value, field) ?? throw WireErrors.Field(field, "必須項目です。");

    /// <summary>Names of roles, in one order, each once.</summary>
    /// <exception cref="Refusal">ROLE_INVALID: none, or one that staff may not have.</exception>
    public static IReadOnlyList<string> ParseRoles(IEnumerable<Role> roles)
    {
        var distinct = roles.Distinct().Order().ToList();
        return distinct.Count > 0 && distinct.TrueForAll(role => role is not (Role.Unspecified or Role.Service) && System.Enum.IsDefined(role))
            ? [.. distinct.Select(RoleNames.Name)]
            : throw DirectoryErrors.RoleInvalid();
    }

    /// <summary>Areas that an agreement covers, in one order, each once.</summary>
    /// <exception cref="Refusal">AGREEMENT_SCOPE_INVALID: none, or one that the suite does not have.</exception>
    public static IReadOnlyList<string> ParseScopes(IReadOnlyCollection<string> scopes) =>
        scopes.Count > 0 && scopes.All(ServiceArea.All.Contains)
            ? [.. ServiceArea.All.Where(scopes.Contains)]
            : throw DirectoryErrors.ScopeInvalid();

    public static Wire.Agency From(Agency agency) => new()
    {
        AgencyId = agency.Id.Value,
        Name = agency.Name,
        Kind = ReferralCodes.From(agency.Kind),
        Version = Version.Of(agency.Version),
    };

    public static Wire.StaffMember From(StaffMember staff) => new()
    {
        StaffId = staff.Id.Value,
        AgencyId = staff.Agency.Value,
        Name = staff.Name,
        Roles = { RoleNames.Parse(staff.Roles).Order() },
        ValidUntil = staff.ValidUntil.ToTimestamp(),
        SuspendedAt = staff.SuspendedAt?.ToTimestamp(),
        Version = Version.Of(staff.Version),
    };

    public static Wire.Agreement From(Agreement agreement, DateTimeOffset now) => new()
    {
        AgreementId = agreement.Id.ToString(),
        AgencyId = agreement.Agency.Value,
        Scopes = { agreement.Scopes },
        StartsOn = Day(agreement.StartsOn),
        EndsOn = Day(agreement.EndsOn),
        EndedAt = agreement.EndedAt?.ToTimestamp(),
        EndReason = agreement.EndReason ?? "",
        InForce = agreement.IsInForce(now),
        Version = Version.Of(agreement.Version),
    };

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
