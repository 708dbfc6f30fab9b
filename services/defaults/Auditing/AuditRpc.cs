using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagu.Contracts.Audit.V1;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.ServiceDefaults.Auditing;

/// <summary>The audit of this service, for auditors. Their reading is on record like everybody's.</summary>
sealed partial class AuditRpc<TContext>(UnitOfWork<TContext> unit, ServiceName service, CheckpointIssuer issuer) : AuditService.AuditServiceBase
    where TContext : ServiceDbContext
{
    const int Page = 500;

    public override Task<SearchAuditResponse> SearchAudit(SearchAuditRequest request, ServerCallContext context)
    {
        var query = AuditQuery.Of(request);
        return unit.ReadAsync(context, (db, ct) => query.RunAsync(db, service.Value, ct));
    }

    public override Task<ListRelatedRecordsResponse> ListRelatedRecords(ListRelatedRecordsRequest request, ServerCallContext context)
    {
        var record = AuditQuery.Record(request.SubjectKind, request.SubjectId, required: true)!;
        return unit.ReadAsync(context, async (db, ct) =>
            new ListRelatedRecordsResponse { Records = { (await RelatedRecords.OfAsync(db, record, ct)).Select(AuditQuery.ToWire) } });
    }

    public override async Task ExportAudit(
        ExportAuditRequest request, IServerStreamWriter<AuditRecord> responseStream, ServerCallContext context)
    {
        var next = Math.Max(1, request.FromSequence);
        // Fixed at the beginning: the export itself goes on record, and would never reach its own end.
        long? last = null;
        while (last is null || next <= last)
        {
            var records = await unit.ReadAsync(context, async (db, ct) =>
            {
                last ??= await db.Set<SealedState>().Select(state => (long?)state.Size).MaxAsync(ct) ?? 0;
                return await db.Set<SealedAct>().AsNoTracking()
                    .Where(act => act.Sequence >= next && act.Sequence <= last)
                    .OrderBy(act => act.Sequence).Take(Page)
                    .Select(act => new AuditRecord { Service = service.Value, Sequence = act.Sequence, Body = act.Body })
                    .ToListAsync(ct);
            });
            if (records.Count == 0)
                return;
            foreach (var record in records)
                await responseStream.WriteAsync(record, context.CancellationToken);
            next = records[^1].Sequence + 1;
        }
    }
}
