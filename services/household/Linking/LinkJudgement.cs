namespace Tsunagu.Households.Linking;

/// <summary>What staff decided about a pair.</summary>
enum LinkJudgement
{
    Accepted,
    Rejected,
}
