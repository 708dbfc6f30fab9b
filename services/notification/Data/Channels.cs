namespace Tsunagu.Notifications.Data;

/// <summary>Channels on which a commit is announced.</summary>
static class Channels
{
    /// <summary>An inbox grew; the payload is the agency.</summary>
    public const string Inbox = "inbox";

    /// <summary>A delivery became due or ended.</summary>
    public const string Deliveries = "deliveries";
}
