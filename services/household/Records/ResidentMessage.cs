using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Records;

/// <summary>A message about a resident.</summary>
sealed class ResidentMessage : ResidentRecord
{
    ResidentMessage()
    {
    }

    /// <summary>Empty once it was withdrawn.</summary>
    public string Text { get; private set; } = "";

    public static ResidentMessage Write(
        Guid id, Guid resident, string text, RecordVisibility visibility, StaffId staff, AgencyId agency, DateTimeOffset now) => new()
        {
            Id = id,
            ResidentId = resident,
            Text = text,
            Visibility = visibility,
            StaffId = staff,
            AgencyId = agency,
            RecordedAt = now,
        };

    /// <inheritdoc />
    public override void Withdraw(StaffId staff, string reason, DateTimeOffset now)
    {
        base.Withdraw(staff, reason, now);
        Text = "";
    }
}
