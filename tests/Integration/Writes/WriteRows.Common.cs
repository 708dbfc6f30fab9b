using Tsunagu.Contracts.Grants.V1;
using Tsunagu.Contracts.Operations.V1;

namespace Tsunagu.Tests.Integration.Writes;

/// <content>Writes that every service offers, asked of one of them.</content>
public static partial class WriteRows
{
    static IEnumerable<KeyValuePair<string, Write>> CommonWrites =>
    [
        new("tsunagu.grant.v1.GrantService/CreateGrant", new("intake", async world =>
        {
            var grant = await GrantAsync(world);
            return new(Worker(world), [grant], Changed(grant, other => other.Reason = "訪問のため"));
        })),
        new("tsunagu.grant.v1.GrantService/RevokeGrant", new("intake", async world =>
        {
            var grant = await new GrantService.GrantServiceClient(world.As("intake", Worker(world))).CreateGrantAsync(await GrantAsync(world));
            return new(Worker(world), [new RevokeGrantRequest
            {
                RequestId = NewId(), GrantId = grant.GrantId, ExpectedVersion = grant.Version, Reason = "誤りのため",
            }]);
        })),
        new("tsunagu.grant.v1.GrantService/BreakGlass", new("intake", async world =>
        {
            var breaking = await BreakingAsync(world);
            return new(Rescuer(world), [breaking], Changed(breaking, other => other.Reason = "通報のため"));
        })),
        new("tsunagu.grant.v1.GrantService/ReviewBreakGlass", new("intake", async world =>
        {
            var glass = await new GrantService.GrantServiceClient(world.As("intake", Rescuer(world))).BreakGlassAsync(await BreakingAsync(world));
            return new(Manager(world), [new ReviewBreakGlassRequest
            {
                RequestId = NewId(),
                BreakGlassId = glass.BreakGlassId,
                ExpectedVersion = glass.Version,
                Verdict = BreakGlassVerdict.Unjustified,
                Note = "電話で連絡できた",
            }]);
        })),
        new("tsunagu.operations.v1.OperationsService/ReplayParkedMessage", new("intake", async world =>
        {
            var parked = await ParkedAsync(world, NewEndpoint());
            return new(Administrator(world), [new ReplayParkedMessageRequest
            {
                RequestId = NewId(), ParkedMessageId = parked.ParkedMessageId, ExpectedVersion = parked.Version,
            }]);
        })),
        new("tsunagu.operations.v1.OperationsService/ReplayParkedMessages", new("intake", async world =>
        {
            var parked = await ParkedAsync(world, NewEndpoint());
            var replay = new ReplayParkedMessagesRequest { RequestId = NewId(), Endpoint = parked.Endpoint };
            return new(Administrator(world), [replay], Changed(replay, other => other.Endpoint = NewEndpoint()));
        })),
        new("tsunagu.operations.v1.OperationsService/DiscardParkedMessage", new("intake", async world =>
        {
            var parked = await ParkedAsync(world, NewEndpoint());
            return new(Administrator(world), [new DiscardParkedMessageRequest
            {
                RequestId = NewId(), ParkedMessageId = parked.ParkedMessageId, ExpectedVersion = parked.Version, Reason = "重複",
            }]);
        })),
    ];

    static async Task<CreateGrantRequest> GrantAsync(WriteWorld world)
    {
        // In the directory from now on.
        _ = Partner(world);
        return new()
        {
            RequestId = NewId(),
            ResourceKind = "consultation",
            ResourceId = (await RecordAsync(world)).ConsultationId,
            Grantee = new() { Kind = GranteeKind.Agency, Id = PartnerAgency },
            Basis = GrantBasis.Emergency,
            Reason = "同行支援のため",
        };
    }

    static async Task<BreakGlassRequest> BreakingAsync(WriteWorld world) => new()
    {
        RequestId = NewId(),
        ResourceKind = "consultation",
        ResourceId = (await RecordAsync(world)).ConsultationId,
        Reason = "安否不明のため",
    };

    // Somebody else each time: nobody may do so often.
    static string Rescuer(WriteWorld world) => world.Token($"welfare-{Guid.NewGuid():N}", "welfare-general", "caseworker");

    static string NewEndpoint() => $"intake-{Guid.NewGuid():N}";

    // Of a type that nobody takes: a replay ends where it began, one attempt later.
    static async Task<ParkedMessage> ParkedAsync(WriteWorld world, string endpoint)
    {
        await world.ExecuteAsync(
            "intake",
            $"""
            insert into parked_messages (id, endpoint, event_id, line, type, body, cause, attempts, parked_at, state, alarms)
            values ('{Guid.CreateVersion7()}', '{endpoint}', '{NewId()}', '{NewId()}', '', '', 'FormatException', 1, now(), 'Parked', 0)
            """);
        var operations = new OperationsService.OperationsServiceClient(world.As("intake", Administrator(world)));
        return (await operations.ListParkedMessagesAsync(new() { Endpoint = endpoint })).ParkedMessages.Single();
    }
}
