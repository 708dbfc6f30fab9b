using Google.Protobuf.WellKnownTypes;
using Tsunagu.Households.Data;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;
using Tsunagu.Households.Protections;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households;

/// <summary>Domain to wire.</summary>
static class HouseholdWire
{
    public static Wire.Import ToWire(this FeedImport import) => new()
    {
        ImportId = import.Id.ToString(),
        FeedId = import.FeedId,
        State = ToWire(import.State),
        FileName = import.FileName,
        Sha256 = import.Sha256,
        Bytes = import.Bytes,
        Rows = import.Rows,
        GoodRows = import.GoodRows,
        RejectedRows = import.RejectedRows,
        UnlinkedRows = import.UnlinkedRows,
        Added = import.Added,
        Ended = import.Ended,
        Changed = import.Changed,
        DroppedColumns = { import.DroppedColumns },
        ReceivedAt = import.ReceivedAt.ToTimestamp(),
        FinishedAt = import.FinishedAt?.ToTimestamp(),
        ProblemCode = import.ProblemCode,
        DataDate = Day(import.DataDate),
        QuarantineReason = import.State == ImportState.Quarantined ? ReasonOf(import.ProblemCode) : Wire.QuarantineReason.Unspecified,
        FeedVersion = import.LayoutVersion,
        FileKept = import.FileKept,
        Release = Decision(import.ReleaseStaffId, import.ReleaseReason, import.ReleasedAt, import.ReleasedProblem),
        Cancellation = Decision(import.CancelStaffId, import.CancelReason, import.CancelledAt, import.CancelledProblem),
        TotalBytes = import.TotalBytes,
    };

    /// <summary>The import with how far it is and how long it will take.</summary>
    public static Wire.Import ToWire(this FeedImport import, DateTimeOffset now)
    {
        var wire = import.ToWire();
        if (import.State == ImportState.Running && ImportPace.Of(import.Bytes, import.TotalBytes, now - import.ReceivedAt) is { } pace)
        {
            wire.Share = pace.Share;
            if (pace.Left is { } left)
                wire.SecondsLeft = (int)Math.Ceiling(left.TotalSeconds);
        }
        return wire;
    }

    static Wire.ImportDecision? Decision(string staff, string reason, DateTimeOffset? at, string problem) => at is null ? null : new Wire.ImportDecision
    {
        StaffId = staff,
        Reason = reason,
        DecidedAt = at.Value.ToTimestamp(),
        QuarantineReason = ReasonOf(problem),
    };

    static Wire.QuarantineReason ReasonOf(string problem) => problem switch
    {
        ImportProblems.Truncated => Wire.QuarantineReason.Truncated,
        // A column that the definition shows turned out to hold what must not be kept: it is not the column that was agreed on.
        ImportProblems.Layout or ImportProblems.ForbiddenNumber => Wire.QuarantineReason.Layout,
        ImportProblems.Empty => Wire.QuarantineReason.Empty,
        ImportProblems.MassChange => Wire.QuarantineReason.MassChange,
        ImportProblems.Encoding => Wire.QuarantineReason.Encoding,
        _ => Wire.QuarantineReason.Unspecified,
    };

    public static Wire.FeedVersion ToWire(this FeedRevision revision) => new()
    {
        FeedId = revision.FeedId,
        Version = revision.Version,
        Definition = FeedDocument.Parse(revision.Document),
        CreatedAt = revision.CreatedAt.ToTimestamp(),
        StaffId = revision.StaffId,
        AgencyId = revision.AgencyId,
        Note = revision.Note,
    };

    /// <summary>yyyy-MM-dd, or empty.</summary>
    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", null) ?? "";

    public static Wire.Resident ToWire(this Resident resident, Shield shield) => ToWire(resident, resident.Id, resident.Number, shield);

    /// <summary>A person as some row of the register has it, without what tells where somebody is whose whereabouts are hidden.</summary>
    public static Wire.Resident ToWire(ResidentContent resident, Guid id, string number, Shield shield) => new()
    {
        ResidentId = id.ToString(),
        ResidentNumber = number,
        HouseholdId = resident.HouseholdId.ToString(),
        Status = ToWire(resident.Status),
        Name = Glyphs.Display(resident.Name),
        Kana = resident.Kana,
        FormerFamilyName = Glyphs.Display(resident.FormerFamilyName),
        Alias = Glyphs.Display(resident.Alias),
        AliasKana = resident.AliasKana,
        RomanName = resident.RomanName,
        Sex = ToWire(resident.Sex),
        BirthDate = resident.BirthDate,
        Relationship = resident.Relationship,
        PostalCode = shield.Hides(id) ? "" : resident.PostalCode,
        Address = shield.Hides(id) ? "" : Glyphs.Display(resident.Address),
        Phone = shield.Hides(id) ? "" : resident.Phone,
        Nationality = resident.Nationality,
        RelationshipCodes = { resident.RelationshipCodes },
        AddressProtection = ToWire(shield.Of(id)),
        SchoolDistrict = shield.DistrictOf(id, resident.TownCode),
    };

    /// <summary>
    /// The detail of a record as it may be shown about a person. Words of the source may name a facility, an estate or a school; a label of a code table names
    /// a kind.
    /// </summary>
    public static string DetailOf(InvolvementContent record, FeedLayout? layout, ProtectionState protection) =>
        protection.Hides() && layout?.Detail?.Codes?.Values.Contains(record.Detail) != true ? "" : record.Detail;

    public static Wire.AddressProtection ToWire(ProtectionState protection) => protection switch
    {
        ProtectionState.Unknown => Wire.AddressProtection.Unknown,
        ProtectionState.None => Wire.AddressProtection.None,
        ProtectionState.InForce => Wire.AddressProtection.InForce,
        ProtectionState.Expired => Wire.AddressProtection.Expired,
        ProtectionState.Household => Wire.AddressProtection.Household,
    };

    public static Wire.Relation ToWire(this Relation relation) => new()
    {
        FromResidentId = relation.From.ToString(),
        ToResidentId = relation.To.ToString(),
        Kind = ToWire(relation.Kind),
    };

    public static Wire.FreshnessState ToWire(FeedCondition condition) => condition switch
    {
        FeedCondition.Fresh => Wire.FreshnessState.Fresh,
        FeedCondition.Stale => Wire.FreshnessState.Stale,
        FeedCondition.Broken => Wire.FreshnessState.Broken,
        FeedCondition.NeverReceived => Wire.FreshnessState.NeverReceived,
    };

    static Wire.ImportState ToWire(ImportState state) => state switch
    {
        ImportState.Running => Wire.ImportState.Running,
        ImportState.Applied => Wire.ImportState.Applied,
        ImportState.Unchanged => Wire.ImportState.Unchanged,
        ImportState.Quarantined => Wire.ImportState.Quarantined,
        ImportState.Failed => Wire.ImportState.Failed,
    };

    public static Wire.ResidentStatus ToWire(ResidentStatus status) => status switch
    {
        ResidentStatus.Current => Wire.ResidentStatus.Current,
        ResidentStatus.MovedOut => Wire.ResidentStatus.MovedOut,
        ResidentStatus.Deceased => Wire.ResidentStatus.Deceased,
        ResidentStatus.Removed => Wire.ResidentStatus.Removed,
    };

    public static Wire.Sex ToWire(this Sex sex) => sex switch
    {
        Sex.Unrecorded => Wire.Sex.Unspecified,
        Sex.Male => Wire.Sex.Male,
        Sex.Female => Wire.Sex.Female,
    };

    static Wire.RelationKind ToWire(RelationKind kind) => kind switch
    {
        RelationKind.Spouse => Wire.RelationKind.Spouse,
        RelationKind.Child => Wire.RelationKind.Child,
        RelationKind.Parent => Wire.RelationKind.Parent,
        RelationKind.Sibling => Wire.RelationKind.Sibling,
        RelationKind.Grandchild => Wire.RelationKind.Grandchild,
        RelationKind.Grandparent => Wire.RelationKind.Grandparent,
        RelationKind.Housemate => Wire.RelationKind.Housemate,
        RelationKind.OtherKin => Wire.RelationKind.OtherKin,
    };
}
