namespace Tsunagu.ServiceDefaults.Messaging;

/// <summary>What became of an event that arrived.</summary>
enum InboxOutcome
{
    /// <summary>Taken in.</summary>
    Taken,

    /// <summary>Taken in, past numbers that had not come.</summary>
    TakenPastGap,

    /// <summary>It had been taken in before.</summary>
    Repeat,

    /// <summary>Parked behind another one of its record.</summary>
    Parked,
}
