namespace Tsunagu.Households.Domain;

/// <summary>Whether a record of a department is in force on a day.</summary>
static class Openness
{
    /// <summary>Status on a day; a source that has none of its own derives it from the end date, and has ended from that day on.</summary>
    /// <param name="status">As the source tells it.</param>
    /// <param name="ended">Status from the end date on; null where the source has one of its own.</param>
    /// <param name="end">Last day; null when none is set.</param>
    /// <param name="day">The day that is asked about.</param>
    public static string StatusOn(string status, string? ended, DateOnly? end, DateOnly day) => ended is not null && end <= day ? ended : status;

    /// <summary>True while start ≤ day ≤ end, or no end is set, and the status on the day is not one that closes the record.</summary>
    /// <param name="start">First day; a record without one is not open.</param>
    /// <param name="end">Last day; null when none is set.</param>
    /// <param name="statusOnDay">From <see cref="StatusOn"/>.</param>
    /// <param name="closedStatuses">Statuses of a record that is no longer in force.</param>
    /// <param name="day">The day that is asked about.</param>
    public static bool IsOpen(DateOnly? start, DateOnly? end, string statusOnDay, IReadOnlyCollection<string> closedStatuses, DateOnly day) =>
        start <= day && (end is null || day <= end) && !closedStatuses.Contains(statusOnDay);
}
