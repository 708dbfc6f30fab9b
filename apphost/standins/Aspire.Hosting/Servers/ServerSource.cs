namespace Aspire.Hosting.Servers;

/// <summary>Where a server comes from.</summary>
enum ServerSource
{
    /// <summary>A connection string was given; nothing is started.</summary>
    Outside,

    /// <summary>A container engine runs it.</summary>
    Container,

    /// <summary>Its own binaries on this machine run it.</summary>
    Machine,
}
