using Microsoft.Extensions.Options;
using Tsunagu.ServiceDefaults.Identity;

namespace Tsunagu.ServiceDefaults.Directory;

/// <summary>
/// The directory of agencies, staff and agreements in the memory of this replica, fed by the events of its owner through the
/// service's own tables: a decision asks nobody and reads no database.
/// </summary>
/// <param name="options">Greatest age.</param>
/// <param name="service">This service.</param>
/// <param name="clock">Time.</param>
public sealed class StaffDirectory(IOptions<DirectoryOptions> options, ServiceName service, TimeProvider clock)
{
    volatile DirectorySnapshot current = DirectorySnapshot.Empty;
    volatile bool wasUsable;

    /// <summary>What is known at present.</summary>
    public DirectorySnapshot Current => current;

    /// <summary>True while decisions may rest on it.</summary>
    public bool IsUsable => current.IsUsable(clock.GetUtcNow(), options.Value.StalenessLimit);

    /// <summary>True once it was usable since the process began.</summary>
    public bool WasUsable => wasUsable;

    /// <summary>Time since it was last confirmed; null before the first time.</summary>
    public TimeSpan? Age => clock.GetUtcNow() - current.ConfirmedAt;

    /// <summary>How the directory stands to the caller of a method.</summary>
    /// <param name="caller">As the verified token says.</param>
    /// <param name="method">Full name of the method.</param>
    public Standing StandingOf(Caller caller, string method) => Standing.Of(
        current, options.Value.StalenessLimit, caller, ServiceArea.Of(method, service.Value), clock.GetUtcNow());

    internal void Replace(DirectorySnapshot newer)
    {
        current = newer;
        wasUsable |= IsUsable;
    }
}
