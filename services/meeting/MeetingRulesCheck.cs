using Tsunagu.Meetings.Domain;

namespace Tsunagu.Meetings;

/// <summary>Reads the rule table at start: an unsound one stops the start, not the first call.</summary>
/// <param name="services">Where the table comes from.</param>
sealed class MeetingRulesCheck(IServiceProvider services) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = services.GetRequiredService<MeetingRules>();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
