using Tsunagu.Contracts.Households.V1;
using Tsunagu.Tests.Integration.Households;

namespace Tsunagu.Tests.Integration.Writes;

/// <content>Writes about protective measures, each about what another one of its own brought about.</content>
public static partial class WriteRows
{
    const string Protections = "tsunagu.household.v1.ProtectionService/";

    static IEnumerable<KeyValuePair<string, Write>> ProtectionWrites =>
    [
        new($"{Protections}RegisterProtection", new("household", world =>
        {
            var request = Decisions.ByHand(world.Hidden.ResidentId);
            return Task.FromResult(new Prepared(WelfareWorker(world), [request], Changed(request, other => other.Category = "ストーカー")));
        })),
        new($"{Protections}ProposeProtectionRelease", new("household", async world =>
        {
            var request = await ProposalAsync(world);
            return new(Decider(world, 1), [request], Changed(request, other => other.Reason = "別の理由"));
        })),
        new($"{Protections}ApproveProtectionRelease", new("household", async world =>
        {
            var approve = new ApproveProtectionReleaseRequest { RequestId = NewId(), ReleaseId = (await ProposedAsync(world)).ReleaseId };
            return new(Decider(world, 2), [approve], Changed(approve, other => other.ReleaseId = NewId()));
        })),
        new($"{Protections}RejectProtectionRelease", new("household", async world =>
        {
            var reject = new RejectProtectionReleaseRequest { RequestId = NewId(), ReleaseId = (await ProposedAsync(world)).ReleaseId, Reason = "継続の意向" };
            return new(Decider(world, 2), [reject], Changed(reject, other => other.Reason = "別の理由"));
        })),
        new($"{Protections}RequestReveal", new("household", async world =>
        {
            await HideAsync(world);
            var request = new RequestRevealRequest { RequestId = NewId(), ResidentId = world.Hidden.ResidentId, Reason = "訪問" };
            return new(WelfareWorker(world), [request], Changed(request, other => other.Reason = "別の理由"));
        })),
        new($"{Protections}ApproveReveal", new("household", async world =>
        {
            var approve = new ApproveRevealRequest { RequestId = NewId(), RevealId = (await AskedAsync(world)).RevealId };
            return new(Decider(world, 1), [approve], Changed(approve, other => other.RevealId = NewId()));
        })),
        new($"{Protections}RejectReveal", new("household", async world =>
        {
            var reject = new RejectRevealRequest { RequestId = NewId(), RevealId = (await AskedAsync(world)).RevealId, Reason = "不要" };
            return new(Decider(world, 1), [reject], Changed(reject, other => other.Reason = "別の理由"));
        })),
        new($"{Protections}EndReveal", new("household", async world =>
        {
            var end = new EndRevealRequest { RequestId = NewId(), RevealId = (await AskedAsync(world)).RevealId };
            return new(WelfareWorker(world), [end], Changed(end, other => other.RevealId = NewId()));
        })),
    ];

    static string Decider(WriteWorld world, int number) => world.Token($"welfare-coordinator-{number:00}", "welfare-general", "coordinator");

    static ProtectionService.ProtectionServiceClient ProtectionsBy(WriteWorld world, string token) => new(world.As("household", token));

    static async Task HideAsync(WriteWorld world) =>
        _ = await ProtectionsBy(world, WelfareWorker(world)).RegisterProtectionAsync(Decisions.ByHand(world.Hidden.ResidentId));

    static async Task<ProposeProtectionReleaseRequest> ProposalAsync(WriteWorld world)
    {
        await HideAsync(world);
        var hidden = await ProtectionsBy(world, Decider(world, 1)).ProtectionAsync(world.Hidden.ResidentId);
        return new() { RequestId = NewId(), Items = { new ReleaseItem { ResidentId = world.Hidden.ResidentId, Etag = hidden!.Etag } }, Reason = "申し出の取下げ" };
    }

    static async Task<ProtectionRelease> ProposedAsync(WriteWorld world) =>
        await ProtectionsBy(world, Decider(world, 1)).ProposeProtectionReleaseAsync(await ProposalAsync(world));

    static async Task<Reveal> AskedAsync(WriteWorld world)
    {
        await HideAsync(world);
        return await ProtectionsBy(world, WelfareWorker(world)).AskAsync(world.Hidden.ResidentId);
    }
}
