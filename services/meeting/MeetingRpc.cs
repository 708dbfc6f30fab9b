using Tsunagu.Contracts.Meetings.V1;
using Tsunagu.Meetings.Data;
using Tsunagu.Meetings.Domain;
using Tsunagu.Meetings.Neighbours;
using Tsunagu.ServiceDefaults.Consents;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Meetings;

/// <summary>The meeting service; each RPC has its file under Features.</summary>
/// <param name="work">Transactions.</param>
/// <param name="rules">What each kind of meeting needs, and from when on.</param>
/// <param name="cases">The cases of the intake service.</param>
/// <param name="consents">The consents of the intake service.</param>
/// <param name="directory">The agencies of the referral service.</param>
/// <param name="clock">Time.</param>
public sealed partial class MeetingRpc(
    UnitOfWork<MeetingDbContext> work, MeetingRules rules, CaseRegister cases, ConsentRegister consents, AgencyDirectory directory, TimeProvider clock)
    : MeetingService.MeetingServiceBase;
