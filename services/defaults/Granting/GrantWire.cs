using Google.Protobuf.WellKnownTypes;
using Tsunagu.Contracts.Grants.V1;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Sharing;
using Tsunagu.ServiceDefaults.Wire;
using Contract = Tsunagu.Contracts.Grants.V1;
using Version = Tsunagu.ServiceDefaults.Data.Version;

namespace Tsunagu.ServiceDefaults.Granting;

/// <summary>Between the contract and the rules. Enum numbers agree on both sides.</summary>
static class GrantWire
{
    const int ReasonMax = 1000;
    const int ItemsMax = 50;

    public static Guid? ParseConsent(string value) => FieldParser.UuidOrNull(value, "consent_id");

    public static Guid ParseId(string value) => FieldParser.Uuid(value, "grant_id");

    public static string ParseReason(string value) => FieldParser.Text(value, "reason", ReasonMax, required: true);

    public static Resource ParseResource(string kind, string id) =>
        new(FieldParser.Code(kind, "resource_kind"), FieldParser.Uuid(id, "resource_id"));

    /// <exception cref="Refusal">FIELD_INVALID, RESOURCE_KIND_UNKNOWN, GRANT_ITEM_UNKNOWN, GRANT_MEETING_UNSUPPORTED.</exception>
    public static GrantTerms Parse(CreateGrantRequest request, GrantBuilder grantable)
    {
        var resource = ParseResource(request.ResourceKind, request.ResourceId);
        var kind = grantable.Require(resource.Kind);
        var grantee = ParseGrantee(request.Grantee);
        if (grantee.Kind is GranteeKind.Meeting && !grantable.KnowsMeetings) throw GrantErrors.MeetingUnsupported();
        if (request.Items.Count > ItemsMax || !request.Items.All(kind.Items.Contains)) throw GrantErrors.ItemUnknown();
        return new GrantTerms
        {
            Resource = resource,
            Grantee = grantee,
            Items = [.. request.Items],
            Basis = FieldParser.Choice<GrantBasis>((int)request.Basis, "basis"),
            Reason = ParseReason(request.Reason),
            Source = GrantSource.Request,
            Approver = FieldParser.CodeOrNull(request.ApproverStaffId, "approver_staff_id") is { } approver ? new StaffId(approver) : null,
            ExpiresAt = FieldParser.TimeOrNull(request.ExpiresAt, "expires_at"),
        };
    }

    /// <summary>As the caller may see it: reasons are the owner's words and stay with the owner.</summary>
    public static Contract.Grant ToWire(Grant from, Caller caller, DirectorySnapshot directory, DateTimeOffset now)
    {
        var own = caller.Agency == from.Owner;
        return new Contract.Grant
        {
            GrantId = from.Id.ToString(),
            ResourceKind = from.ResourceKind,
            ResourceId = from.ResourceId.ToString(),
            Grantee = new Contract.Grantee { Kind = (Contract.GranteeKind)from.GranteeKind, Id = from.GranteeId },
            Items = { from.Items },
            Basis = (Contract.GrantBasis)from.Basis,
            ConsentId = from.ConsentId?.ToString() ?? "",
            Purposes = { from.Purposes },
            Reason = own ? from.Reason : "",
            SourceKind = from.SourceKind,
            SourceId = from.SourceId?.ToString() ?? "",
            GrantedByStaffId = from.GrantedBy.Value,
            GrantedByAgencyId = from.GrantedByAgency.Value,
            ApproverStaffId = from.Approver?.Value ?? "",
            CreatedAt = from.CreatedAt.ToTimestamp(),
            ExpiresAt = from.ExpiresAt.ToTimestamp(),
            RevokedAt = from.RevokedAt?.ToTimestamp(),
            RevokedByStaffId = from.RevokedBy?.Value ?? "",
            RevokeReason = own ? from.RevokeReason ?? "" : "",
            State = (Contract.GrantState)directory.StateOf(from, now),
            OwnerAgencyId = from.Owner.Value,
            Version = Version.Of(from.Version),
        };
    }

    static Grantee ParseGrantee(Contract.Grantee? grantee)
    {
        if (grantee is null) throw WireErrors.Field("grantee", "必須項目です。");
        var kind = FieldParser.Choice<GranteeKind>((int)grantee.Kind, "grantee.kind");
        return kind is GranteeKind.Meeting
            ? Grantee.Meeting(FieldParser.Uuid(grantee.Id, "grantee.id"))
            : new(kind, FieldParser.Code(grantee.Id, "grantee.id"));
    }
}
