namespace Tsunagu.Households.Statistics;

/// <summary>How many of the residents of a line are involved with something, and what anybody knows of that number without being told.</summary>
/// <param name="Residents">All of them.</param>
/// <param name="Involved">Those involved, at most as many.</param>
/// <param name="Least">A number above zero is known not to be less than this.</param>
/// <param name="Most">And not to be more than this.</param>
readonly record struct InvolvedShare(int Residents, int Involved, int Least, int Most)
{
    /// <summary>Those who are not involved.</summary>
    public int Others => Residents - Involved;

    /// <summary>True when the count tells of few people: of those involved, or of those who are not. That nobody is involved may be told.</summary>
    /// <param name="smallest">Fewer are few.</param>
    public bool IsSmall(int smallest) => Involved > 0 && (Involved < smallest || Others < smallest);
}
