using Tsunagu.Notifications.Data;
using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.Notifications.Watching;

/// <summary>What live streams need.</summary>
static class WatchingSetup
{
    public static void AddWatching(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<InboxSignals>();
        builder.Services.AddSingleton(services =>
        {
            var inboxes = services.GetRequiredService<InboxSignals>();
            return new CommitChannel(Channels.Inbox, inboxes.Wake, inboxes.WakeAll);
        });
    }
}
