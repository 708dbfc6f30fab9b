using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Tsunagu.Contracts.Events.Referrals;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Messaging;
using Xunit;

namespace Tsunagu.Tests.Unit.ServiceDefaults.Messaging;

public sealed class OutboxPublisherTests
{
    // After its broker was killed, a bus was seen not to return from a publish, whatever its token said.
    [Fact]
    public async Task BusThatNeverReturns_HoldsAnAggregateForTenSeconds()
    {
        var clock = new FakeTimeProvider();
        var publisher = new OutboxPublisher(SilentBus.Create(), clock, NullLogger<OutboxPublisher>.Instance);
        var aggregate = Guid.CreateVersion7();

        var publishing = publisher.PublishAsync([Row(aggregate, 1), Row(aggregate, 2)], TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(publishing.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Empty(await publishing.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    static OutboxRow Row(Guid aggregate, long sequence)
    {
        var waiting = OutboxMessage.Of(new ReferralSent
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = DateTimeOffset.UnixEpoch,
            AggregateId = aggregate,
            Sequence = sequence,
            CaseId = null,
            ConsultationId = null,
            LegalBasis = "LEGAL_BASIS_CONSENT",
            FromAgencyId = "tax",
            ToAgencyId = "school",
            StaffId = "s-1",
        });
        return new(waiting.EventId, aggregate, sequence, waiting.Type, waiting.Body, null, null, waiting.OccurredAt);
    }
}
