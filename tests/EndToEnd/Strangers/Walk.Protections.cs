using Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Tests.EndToEnd.Strangers;

public sealed partial class Walk
{
    // Somebody is hidden at the counter, shown to one caseworker, and hidden no more.
    async Task ProtectAsync(Resident resident)
    {
        await AskAsync<RegisteredProtection>(
            TaxCounter, new RegisterProtectionRequest { RequestId = NewRequest(), ResidentId = resident.ResidentId, Category = "DV", Reason = "窓口での申し出" });
        var request = new RequestRevealRequest { RequestId = NewRequest(), ResidentId = resident.ResidentId, Reason = "安否確認" };
        var asked = await AskAsync<Reveal>(TaxCounter, request);
        await AskAsync<Reveal>(Manager, new ApproveRevealRequest { RequestId = NewRequest(), RevealId = asked.RevealId });
        await AskAsync<Whereabouts>(TaxCounter, new GetWhereaboutsRequest { RevealId = asked.RevealId });
        await AskAsync<Reveal>(TaxCounter, new EndRevealRequest { RequestId = NewRequest(), RevealId = asked.RevealId });
        request.RequestId = NewRequest();
        var other = await AskAsync<Reveal>(TaxCounter, request);
        await AskAsync<Reveal>(Manager, new RejectRevealRequest { RequestId = NewRequest(), RevealId = other.RevealId, Reason = "電話で足りる" });
        await AskAsync<ListRevealsResponse>(TaxCounter, new ListRevealsRequest { PageSize = 5 });

        var listed = await AskAsync<ListProtectionsResponse>(Coordinator, new ListProtectionsRequest { PageSize = 100 });
        var proposal = new ProposeProtectionReleaseRequest
        {
            RequestId = NewRequest(),
            Items = { new ReleaseItem { ResidentId = resident.ResidentId, Etag = listed.Protections.Single(p => p.ResidentId == resident.ResidentId).Etag } },
            Reason = "申し出の取下げ",
        };
        var proposed = await AskAsync<ProtectionRelease>(Coordinator, proposal);
        await AskAsync<ProtectionRelease>(
            Manager, new RejectProtectionReleaseRequest { RequestId = NewRequest(), ReleaseId = proposed.ReleaseId, Reason = "再度の確認" });
        proposal.RequestId = NewRequest();
        var again = await AskAsync<ProtectionRelease>(Coordinator, proposal);
        await AskAsync<ProtectionRelease>(Manager, new ApproveProtectionReleaseRequest { RequestId = NewRequest(), ReleaseId = again.ReleaseId });
        await AskAsync<ListProtectionReleasesResponse>(Coordinator, new ListProtectionReleasesRequest { PageSize = 5 });
    }
}
