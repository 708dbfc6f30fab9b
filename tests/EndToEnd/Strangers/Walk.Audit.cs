using Tsunagu.Contracts.Audit.V1;
using Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Tests.EndToEnd.Strangers;

public sealed partial class Walk
{
    const string Auditor = "auditor-01";

    async Task AuditAsync(Resident resident)
    {
        var looked = new SearchAuditRequest { SubjectKind = "resident", SubjectId = resident.ResidentId, StaffId = TaxCounter, PageSize = 3 };
        foreach (var service in new[] { "household", "intake" })
            await AskAsync<SearchAuditResponse>(Auditor, looked, service: service);
        await AskAsync<ListRelatedRecordsResponse>(
            Auditor, new ListRelatedRecordsRequest { SubjectKind = "resident", SubjectId = resident.ResidentId }, service: "intake");
        await AskAsync<AuditRecord>(Auditor, new ExportAuditRequest(), take: 3, service: "referral");
        await AskAsync<AuditCheckpoint>(Auditor, new GetAuditCheckpointRequest(), service: "meeting");
        await AskAsync<InclusionProof>(Auditor, new GetInclusionProofRequest { Sequence = 1 }, service: "household");
        await AskAsync<ConsistencyProof>(Auditor, new GetConsistencyProofRequest { FirstSize = 1 }, service: "household");
    }
}
