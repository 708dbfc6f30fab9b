using Tsunagu.Contracts.Households.V1;

namespace Tsunagu.Tests.Integration.Households;

/// <summary>What tests ask of those who decide about protective measures.</summary>
static class Decisions
{
    /// <summary>The protection of a resident as those who decide see it; null when no measure of their own hides them.</summary>
    public static async Task<Protection?> ProtectionAsync(this ProtectionService.ProtectionServiceClient client, string resident)
    {
        for (var token = ""; ;)
        {
            var page = await client.ListProtectionsAsync(new() { PageSize = 1, PageToken = token });
            if (page.Protections.SingleOrDefault(p => p.ResidentId == resident) is { } found)
                return found;
            if (page.NextPageToken.Length == 0)
                return null;
            token = page.NextPageToken;
        }
    }

    /// <summary>Proposes to lift what hides residents now.</summary>
    public static async Task<ProtectionRelease> ProposeAsync(this ProtectionService.ProtectionServiceClient client, params string[] residents)
    {
        var request = new ProposeProtectionReleaseRequest { RequestId = Kept.NewId(), Reason = "期間満了。本人の意向を確認済み" };
        foreach (var resident in residents)
            request.Items.Add(new ReleaseItem { ResidentId = resident, Etag = (await client.ProtectionAsync(resident))?.Etag ?? "" });
        return await client.ProposeProtectionReleaseAsync(request);
    }

    public static async Task<ProtectionRelease> ApproveAsync(this ProtectionService.ProtectionServiceClient client, ProtectionRelease release) =>
        await client.ApproveProtectionReleaseAsync(new() { RequestId = Kept.NewId(), ReleaseId = release.ReleaseId });

    public static RegisterProtectionRequest ByHand(string resident, params string[] companions) =>
        new() { RequestId = Kept.NewId(), ResidentId = resident, CompanionIds = { companions }, Category = "DV", Reason = "窓口での申し出" };

    public static async Task<Reveal> AskAsync(this ProtectionService.ProtectionServiceClient client, string resident) =>
        await client.RequestRevealAsync(new() { RequestId = Kept.NewId(), ResidentId = resident, Reason = "安否確認のための訪問" });

    public static async Task<Reveal> OpenAsync(this ProtectionService.ProtectionServiceClient client, Reveal reveal) =>
        await client.ApproveRevealAsync(new() { RequestId = Kept.NewId(), RevealId = reveal.RevealId });
}
