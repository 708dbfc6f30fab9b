using System.Globalization;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Households.LifeEvents;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
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
        return await work.WriteAsync(request, context, async (db, ct) =>
        {
            // Of two at once the second finds its version taken by the first.
            _ = await db.Database.ExecuteSqlAsync($"lock table procedure_tables in share row exclusive mode", ct);
            var before = await ProcedureTables.InForceAsync(db, ct);
            if (request.ExpectedVersion != before.Version.ToString(CultureInfo.InvariantCulture))
                throw DataErrors.Stale();
            var after = new ProcedureTableVersion
            {
                Version = before.Version + 1,
                Document = table.ToJson(),
                ChangedAt = clock.GetUtcNow().Stored(),
                StaffId = caller.Staff.Value,
                Reason = reason,
            };
            _ = db.ProcedureTables.Add(after);
            _ = await db.SaveChangesAsync(ct);
            return after.ToWire();
        });
    }
}
