using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Tsunagu.Contracts.Events;
using Tsunagu.Contracts.Events.Households;
using Tsunagu.Contracts.Notifications.V1;
using Tsunagu.Tests.Integration.Referrals;
using Tsunagu.Tests.TestKit;
using Xunit;

namespace Tsunagu.Tests.Integration.Notifications;

/// <summary>Who hears of reveals and of measures that wait for a decision.</summary>
[Collection(typeof(OneNotification))]
public sealed class RevealNewsTests(NotificationSuite fixture)
{
    readonly Suite _suite = fixture.Suite;

    Person Asker => _suite.Sender;

    Person Manager => new($"{Asker.Agency}-manager", Asker.Agency, "manager");

    Person Elsewhere => new($"{Asker.Agency}-elsewhere", $"{Asker.Agency}-elsewhere", "manager");

    [Fact]
    public async Task Request_IsToldToWhoMayOpenItAndNotToWhoAsked()
    {
        var reveal = Guid.CreateVersion7();
        await PublishAsync(new RevealRequested
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = DateTimeOffset.UtcNow,
            AggregateId = reveal,
            Sequence = 1,
            StaffId = Asker.Staff,
            AgencyId = Asker.Agency,
        });
        var told = await ToldAsync(Manager, reveal);
        Assert.Equal(("reveal.requested", "reveal", Manager.Staff), (told.Type, told.SubjectType, told.StaffId));
        await NotToldAsync(Asker, reveal);
        await NotToldAsync(Elsewhere, reveal);
    }

    [Fact]
    public async Task OpenedReveal_IsAnAlertForManagersOfBothAndForAdministrators()
    {
        var reveal = Guid.CreateVersion7();
        await PublishAsync(new RevealOpened
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = DateTimeOffset.UtcNow,
            AggregateId = reveal,
            Sequence = 2,
            StaffId = Asker.Staff,
            AgencyId = Asker.Agency,
            ApproverAgencyId = Elsewhere.Agency,
        });
        Assert.Equal("reveal.opened", (await ToldAsync(Asker, reveal)).Type);
        foreach (var alerted in new[] { Manager, Elsewhere, _suite.Administrator })
            Assert.Equal(("reveal.alerted", alerted.Staff), ((await ToldAsync(alerted, reveal)).Type, (await ToldAsync(alerted, reveal)).StaffId));
    }

    [Fact]
    public async Task RejectedReveal_IsToldToWhoAskedAlone()
    {
        var reveal = Guid.CreateVersion7();
        await PublishAsync(new RevealRejected
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = DateTimeOffset.UtcNow,
            AggregateId = reveal,
            Sequence = 2,
            StaffId = Asker.Staff,
            AgencyId = Asker.Agency,
        });
        Assert.Equal("reveal.rejected", (await ToldAsync(Asker, reveal)).Type);
        await NotToldAsync(Manager, reveal);
    }

    [Fact]
    public async Task MeasuresThatAreDue_AreToldToTheDepartmentThatDecides()
    {
        var look = Guid.CreateVersion7();
        await PublishAsync(new ProtectionsDue
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = DateTimeOffset.UtcNow,
            AggregateId = look,
            Sequence = 1,
            DeskAgencyId = Elsewhere.Agency,
            Ending = 1,
            Expired = 2,
        });
        Assert.Equal(("protections.due", "protections"), ((await ToldAsync(Elsewhere, look)).Type, (await ToldAsync(Elsewhere, look)).SubjectType));
        await NotToldAsync(Manager, look);
    }

    // In the directory from their first call on.
    Task PublishAsync(IIntegrationEvent e)
    {
        foreach (var person in new[] { Asker, Manager, Elsewhere, _suite.Administrator })
            _ = _suite.As(person);
        return _suite.Referral.Services.GetRequiredService<IBus>().Publish((object)e);
    }

    async Task<InboxItem> ToldAsync(Person person, Guid subject) =>
        (await Eventually.GetAsync(() => fixture.Client.InboxAsync(_suite, person), items => items.Any(item => item.SubjectId == subject.ToString())))
            .Single(item => item.SubjectId == subject.ToString());

    async Task NotToldAsync(Person person, Guid subject) =>
        Assert.DoesNotContain(await fixture.Client.InboxAsync(_suite, person), item => item.SubjectId == subject.ToString());
}
