using Tsunagu.Contracts.Meetings.V1;
using Tsunagu.Meetings.Data;
using Tsunagu.Meetings.Neighbours;
using Tsunagu.ServiceDefaults.Consents;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Directory;

namespace Tsunagu.Meetings;

/// <summary>The meeting service; each RPC has its file under Features.</summary>
/// <param name="work">Transactions.</param>
/// <param name="cases">The cases of the intake service.</param>
/// <param name="consents">The consents of the intake service.</param>
/// <param name="directory">The agencies of the referral service.</param>
/// <param name="staff">Which agency is of what kind.</param>
/// <param name="clock">Time.</param>
public sealed partial class MeetingRpc(
    UnitOfWork<MeetingDbContext> work, CaseRegister cases, ConsentRegister consents, AgencyDirectory directory, StaffDirectory staff, TimeProvider clock)
    : MeetingService.MeetingServiceBase;
