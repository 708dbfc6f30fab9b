using Tsunagu.Meetings.Domain;

namespace Tsunagu.Meetings;

/// <summary>Reads the rule table before the first call rather than with it.</summary>
/// <param name="rules">Being asked for is the check.</param>
sealed class MeetingRulesCheck(MeetingRules rules) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
