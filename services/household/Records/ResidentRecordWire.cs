using Google.Protobuf.WellKnownTypes;
using Version = Tsunagu.ServiceDefaults.Data.Version;
using Wire = Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Households.Records;

/// <summary>Files and messages of residents on the wire.</summary>
static class ResidentRecordWire
{
    public static Wire.ResidentFile ToWire(ResidentFile file) => new()
    {
        FileId = file.Id.ToString(),
        ResidentId = file.ResidentId.ToString(),
        Version = Version.Of(file.Version),
        FileName = file.FileName,
        ContentType = FileKinds.MediaType(file.Kind),
        Bytes = file.Bytes,
        Sha256 = file.Sha256,
        Visibility = (Wire.RecordVisibility)(int)file.Visibility,
        Metadata = (Wire.FileMetadata)(int)FileKinds.Metadata(file.Kind),
        StaffId = file.StaffId.Value,
        AgencyId = file.AgencyId.Value,
        AddedAt = file.AddedAt?.ToTimestamp(),
        WithdrawnAt = file.WithdrawnAt?.ToTimestamp(),
        WithdrawnBy = file.WithdrawnBy?.Value ?? "",
        WithdrawalReason = file.WithdrawalReason,
    };

    public static Wire.ResidentMessage ToWire(ResidentMessage message) => new()
    {
        MessageId = message.Id.ToString(),
        ResidentId = message.ResidentId.ToString(),
        Version = Version.Of(message.Version),
        Text = message.Text,
        Visibility = (Wire.RecordVisibility)(int)message.Visibility,
        StaffId = message.StaffId.Value,
        AgencyId = message.AgencyId.Value,
        WrittenAt = message.RecordedAt.ToTimestamp(),
        WithdrawnAt = message.WithdrawnAt?.ToTimestamp(),
        WithdrawnBy = message.WithdrawnBy?.Value ?? "",
        WithdrawalReason = message.WithdrawalReason,
    };
}
