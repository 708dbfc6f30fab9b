using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Support;

/// <summary>A fact in words: what, since when and until when, and who said so.</summary>
/// <param name="Content">What.</param>
/// <param name="Stretch">Since when and until when.</param>
/// <param name="Source">Who said so.</param>
sealed record SupportWording(SupportContent Content, Stretch Stretch, SupportSource Source)
{
    /// <summary>Refuses a wording that says what a standing one of its household says already for some of the same days.</summary>
    /// <param name="others">What stands in the household, without the fact itself.</param>
    /// <exception cref="Refusal">SUPPORT_FACT_OVERLAPS.</exception>
    public void RequireRoom(IEnumerable<SupportWording> others)
    {
        if (others.Any(other => SaysTheSame(other.Content) && Stretch.Overlaps(other.Stretch)))
            throw SupportErrors.Overlaps();
    }

    bool SaysTheSame(SupportContent other) => (Content, other) switch
    {
        // Wherever they are said to be: nobody is in two places on one day.
        (Membership one, Membership two) => one.Who == two.Who,
        (Tie one, Tie two) => (one.From, one.To, one.Kind) == (two.From, two.To, two.Kind),
        _ => false,
    };
}
