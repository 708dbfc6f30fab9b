using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Intake.Data;
using Tsunagu.Intake.Neighbours;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Intake;

/// <summary>The intake service; each RPC has its file under Features.</summary>
/// <param name="work">Transactions.</param>
/// <param name="register">The resident register of the household service.</param>
/// <param name="clock">Time.</param>
public sealed partial class IntakeRpc(UnitOfWork<IntakeDbContext> work, ResidentRegister register, TimeProvider clock)
    : IntakeService.IntakeServiceBase;
