using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Tsunagu.Contracts.Events;
using Tsunagu.Contracts.Events.Referrals;
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

        var publishing = publisher.PublishAsync([Row(1), Row(2)], TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(publishing.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Empty(await publishing.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    static OutboxRow Row(long sequence)
    {
        var e = new ReferralSent
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = DateTimeOffset.UnixEpoch,
            AggregateId = Guid.CreateVersion7(),
            Sequence = sequence,
            CaseId = null,
            ConsultationId = null,
            LegalBasis = "LEGAL_BASIS_CONSENT",
            FromAgencyId = "tax",
            ToAgencyId = "school",
            StaffId = "s-1",
        };
        return new(e.EventId, e.AggregateId, sequence, $"{typeof(ReferralSent).FullName}, {typeof(IIntegrationEvent).Assembly.GetName().Name}", JsonSerializer.Serialize(e), null, null, e.OccurredAt);
    }
}
