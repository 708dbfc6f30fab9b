using Tsunagu.Households.Layouts;

namespace Tsunagu.Households.Proposing;

/// <summary>What was made of a sample file.</summary>
/// <param name="Layout">A whole layout, sound by <see cref="LayoutCheck"/>; null when the file has no records.</param>
/// <param name="Findings">What it rests on, and what staff must look at.</param>
/// <param name="Preview">The first rows as the layout maps them.</param>
sealed record Proposal(FeedLayout? Layout, IReadOnlyList<Finding> Findings, IReadOnlyList<PreviewRow> Preview)
{
    /// <summary>True when something was decided that may as well be otherwise.</summary>
    public bool IsUnsure(params ReadOnlySpan<string> codes)
    {
        foreach (var code in codes)
        {
            if (Findings.Any(f => f.Code == code && f.Certainty == Certainty.Unsure))
                return true;
        }
        return false;
    }
}
