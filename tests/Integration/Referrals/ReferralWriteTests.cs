using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Tsunagu.Contracts.Events.Referrals;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Referrals.Data;
using Tsunagu.ServiceDefaults.Data;
using Xunit;

namespace Tsunagu.Tests.Integration.Referrals;

public sealed class ReferralWriteTests(ReferralSuite fixture) : IClassFixture<ReferralSuite>
{
    readonly Suite _suite = fixture.Suite;

    [Fact]
    public async Task SameRequestIdTwice_GetsTheFirstAnswerAndHappensOnce()
    {
        var draft = await _suite.DraftAsync();
        var request = new SendReferralRequest { RequestId = Story.NewId(), ReferralId = draft.ReferralId };

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(async _ => await _suite.Referrals.SendReferralAsync(request, _suite.As(_suite.Sender))));

        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
        Assert.Single((await _suite.EventsAsync(_suite.Sender, size: 1000)).Events, e => e.ReferralId == draft.ReferralId);
        Assert.Equal(1, await Suite.ScalarAsync<long>(
            _suite.ReferralDb, $"select count(*) from outbox_messages where aggregate_id = '{draft.ReferralId}'"));
    }

    [Fact]
    public async Task SameRequestIdWithAnotherBody_IsRefused()
    {
        var request = _suite.NewSheet();
        await _suite.Referrals.CreateReferralAsync(request, _suite.As(_suite.Sender));
        request.Content.Request = "別の依頼";

        await Denied.AsAsync(StatusCode.AlreadyExists, "REQUEST_ID_REUSED", async () =>
            await _suite.Referrals.CreateReferralAsync(request, _suite.As(_suite.Sender)));
    }

    [Fact]
    public async Task StaleVersion_IsRefusedAndChangesNothing()
    {
        var sent = await _suite.SentAsync();
        await _suite.ReceiveAsync(sent);

        await Denied.AsAsync(StatusCode.Aborted, "VERSION_STALE", async () => await _suite.Referrals.AcceptReferralAsync(
            new AcceptReferralRequest { RequestId = Story.NewId(), ReferralId = sent.ReferralId, ExpectedVersion = sent.Version },
            _suite.As(_suite.Receiver)));

        var now = await _suite.GetAsync(sent.ReferralId, _suite.Receiver);
        Assert.Equal(ReferralState.Received, now.State);
        var accepted = await _suite.Referrals.AcceptReferralAsync(
            new AcceptReferralRequest { RequestId = Story.NewId(), ReferralId = sent.ReferralId, ExpectedVersion = now.Version },
            _suite.As(_suite.Receiver));
        Assert.Equal(ReferralState.Accepted, accepted.State);
    }

    [Fact]
    public async Task EventThatIsNotSaved_IsNotPublished()
    {
        var unit = _suite.Referral.Services.GetRequiredService<UnitOfWork<ReferralDbContext>>();
        var aggregate = Guid.CreateVersion7();

        await Assert.ThrowsAsync<InvalidOperationException>(() => unit.RunAsAsync(
            "test",
            (db, _) =>
            {
                db.AddEvent(new ReferralSent
                {
                    EventId = Guid.CreateVersion7(),
                    OccurredAt = DateTimeOffset.UtcNow,
                    AggregateId = aggregate,
                    Sequence = 1,
                    CaseId = null,
                    ConsultationId = null,
                    LegalBasis = "LEGAL_BASIS_EMERGENCY",
                    FromAgencyId = "a",
                    ToAgencyId = "b",
                    StaffId = "s",
                });
                return Task.CompletedTask;
            },
            TestContext.Current.CancellationToken));

        Assert.Equal(0, await Suite.ScalarAsync<long>(_suite.ReferralDb, $"select count(*) from outbox_messages where aggregate_id = '{aggregate}'"));
    }

    [Fact]
    public async Task Words_NeverReachTheEventsOrTheOutbox()
    {
        await _suite.SentAsync();

        Assert.Equal(0, await Suite.ScalarAsync<long>(
            _suite.ReferralDb, $"select count(*) from outbox_messages where body::text like '%{Story.SecretWords}%'"));
    }
}
