namespace Tsunagu.Tests.Integration.ServiceDefaults.Probe;

/// <summary>The one record of the probe service.</summary>
public sealed class Note
{
    public required Guid Id { get; init; }

    public required string OwnerAgency { get; init; }

    public required string Words { get; set; }

    public required long Changes { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    public uint Version { get; init; }
}
