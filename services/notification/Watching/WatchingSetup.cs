namespace Tsunagu.Notifications.Watching;

/// <summary>What live streams need.</summary>
static class WatchingSetup
{
    public static void AddWatching(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<InboxSignals>();
        builder.Services.AddHostedService<CommitListener>();
    }
}
