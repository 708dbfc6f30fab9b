using Tsunagu.ServiceDefaults.Granting;
using Wire = Tsunagu.Contracts.Meetings.V1;

namespace Tsunagu.Meetings;

/// <summary>Which records of this service grants may open.</summary>
static class GrantSetup
{
    public const string Meeting = "meeting";

    public static void Configure(GrantBuilder grants) => grants.Resource(
        Meeting, "meetings", "convener_agency_id", Wire.Meeting.Descriptor,
        "select null::uuid, case_id from meetings where id = $1",
        "select agency_id from invitations where meeting_id = $1");
}
