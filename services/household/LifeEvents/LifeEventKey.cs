namespace Tsunagu.Households.LifeEvents;

/// <summary>What makes two findings the same life event, whichever of the files that are looked at showed it.</summary>
readonly record struct LifeEventKey(Guid ResidentId, LifeEventKind Kind, string FeedId, string Role, int? Age, DateOnly OccurredOn)
{
    public static LifeEventKey Of(FoundEvent found, string feed) => new(found.ResidentId, found.Kind, feed, found.Role, found.Age, found.OccurredOn);
}
