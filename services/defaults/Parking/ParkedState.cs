namespace Tsunagu.ServiceDefaults.Parking;

/// <summary>Where a parked message stands.</summary>
enum ParkedState
{
    /// <summary>Waits for somebody to decide.</summary>
    Parked,

    /// <summary>A replay was asked for.</summary>
    Replaying,

    /// <summary>Taken in after all.</summary>
    Replayed,

    /// <summary>Given up, with a reason.</summary>
    Discarded,
}
