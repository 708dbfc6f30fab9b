using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using Contract = Tsunagu.Contracts.Grants.V1;
using Version = Tsunagu.ServiceDefaults.Data.Version;

namespace Tsunagu.ServiceDefaults.Granting.Breaking;

/// <summary>Between the contract and the rules. Enum numbers agree on both sides.</summary>
static class BreakGlassWire
{
    const int WordsMax = 500;

    public static Guid ParseRequest(string value) => FieldParser.Uuid(value, "request_id");

    public static Guid ParseId(string value) => FieldParser.Uuid(value, "break_glass_id");

    public static string ParseReason(string value) => FieldParser.Text(value, "reason", WordsMax, required: true);

    public static string ParseNote(string value) => FieldParser.Text(value, "note", WordsMax, required: true);

    public static BreakGlassVerdict ParseVerdict(Contract.BreakGlassVerdict verdict) => FieldParser.Choice<BreakGlassVerdict>((int)verdict, "verdict");

    /// <summary>As the two agencies concerned see it.</summary>
    public static Contract.BrokenGlass ToWire(BrokenGlass from, DateTimeOffset now)
    {
        var shown = ToAct(from, now);
        (shown.Reason, shown.Note) = (from.Reason, from.Note ?? "");
        return shown;
    }

    /// <summary>That it happened, without the words of anybody.</summary>
    public static Contract.BrokenGlass ToAct(BrokenGlass from, DateTimeOffset now) => new()
    {
        BreakGlassId = from.Id.ToString(),
        GrantId = from.GrantId.ToString(),
        ResourceKind = from.ResourceKind,
        ResourceId = from.ResourceId.ToString(),
        OwnerAgencyId = from.Owner.Value,
        StaffId = from.Staff.Value,
        AgencyId = from.Agency.Value,
        Purpose = from.Purpose,
        OpenedAt = from.OpenedAt.ToTimestamp(),
        ExpiresAt = from.ExpiresAt.ToTimestamp(),
        State = (Contract.BreakGlassState)from.StateAt(now),
        ReviewDueOn = from.ReviewDueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ReviewedAt = from.ReviewedAt?.ToTimestamp(),
        ReviewedByStaffId = from.ReviewedBy?.Value ?? "",
        Version = Version.Of(from.Version),
    };
}
