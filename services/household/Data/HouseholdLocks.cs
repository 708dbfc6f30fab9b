namespace Tsunagu.Households.Data;

/// <summary>
/// Statements that take this service's advisory locks until the transaction ends, in one place so that no two things share a number. A number never
/// changes: replicas of two releases must meet at the same lock. 7311 sets the locks of single imports apart.
/// </summary>
static class HouseholdLocks
{
    /// <summary>Whoever writes residents, records or whom they are about: two at once could each miss what the other brings.</summary>
    public const string Merge = "select pg_advisory_xact_lock(7310)";

    /// <summary>One run of the scores at a time, on whichever replica: two would propose the same pairs.</summary>
    public const string Linking = "select pg_advisory_xact_lock(7312)";

    /// <summary>Seed of the locks of single feeds: whoever holds one decides what its next version is.</summary>
    public const long FeedSeed = 7312;

    /// <summary>Whoever writes life events: two at once could give one resident's events the same number.</summary>
    public const string LifeEvents = "select pg_advisory_xact_lock(7313)";

    /// <summary>Seed of the locks of single support households: of two facts recorded at once the second is compared with the first.</summary>
    public const long SupportSeed = 7318;
}
