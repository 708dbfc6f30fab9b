using Grpc.Core;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.Documents;
using Tsunagu.Households.LifeEvents;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using Document = Tsunagu.Households.LifeEvents.ProcedureTable;
using ProcedureTable = Tsunagu.Contracts.Households.V1.ProcedureTable;

namespace Tsunagu.Households;

sealed partial class LifeEventRpc
{
    const int LongestReason = 500;
    const int MostAges = 20;
    const int MostProcedures = 300;

    /// <inheritdoc />
    public override async Task<ProcedureTable> ReviseProcedureTable(ReviseProcedureTableRequest request, ServerCallContext context)
    {
        ArgumentNullException.ThrowIfNull(request);
        var reason = FieldParser.Text(request.Reason, "reason", LongestReason, required: true);
        if (request.Ages.Count > MostAges)
            throw WireErrors.Field("ages", $"{MostAges}件以内で指定してください。");
        if (request.Procedures.Count is 0 or > MostProcedures)
            throw WireErrors.Field("procedures", $"1件以上{MostProcedures}件以内で指定してください。");
        var table = ProcedureWire.Table(request.Ages, request.Procedures);
        if (table.Problems() is { Count: > 0 } problems)
            throw WireErrors.Fields([.. problems.Select(problem => new FieldViolation(problem.Path, ProcedureWire.Say(problem.Problem)))]);
        var caller = context.GetCaller();
        return await work.WriteAsync(
            request,
            context,
            async (db, ct) => (await VersionedDocument<Document>.ReviseAsync(db, request.ExpectedVersion, table, reason, caller, clock.GetUtcNow(), ct)).ToWire());
    }
}
