using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Intake.Data;
using Tsunagu.Intake.Neighbours;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Directory;

namespace Tsunagu.Intake;

/// <summary>The intake service; each RPC has its file under Features.</summary>
/// <param name="work">Transactions.</param>
/// <param name="register">The resident register of the household service.</param>
/// <param name="directory">Who works where.</param>
/// <param name="clock">Time.</param>
public sealed partial class IntakeRpc(
    UnitOfWork<IntakeDbContext> work, ResidentRegister register, StaffDirectory directory, TimeProvider clock)
    : IntakeService.IntakeServiceBase;
