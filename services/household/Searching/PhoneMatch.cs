using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Searching;

/// <summary>How well a telephone number fits: whole, or by its last digits.</summary>
static class PhoneMatch
{
    const int End = 850;
    const int Slip = 450;
    const int Earlier = 40;
    const int ShortestSlip = 6;

    /// <summary>The best fit of any number; null when none fits.</summary>
    public static Fit? Of(string asked, string current, IEnumerable<string> earlier) =>
        earlier.Aggregate(Of(asked, current), (best, number) => Fit.Better(best, Of(asked, number)?.Less(Earlier)));

    static Fit? Of(string asked, string number)
    {
        if (number.Length < PhoneForm.ShortestEnd)
            return null;
        if (asked == number)
            return new Fit(Fit.Whole);
        if (number.EndsWith(asked, StringComparison.Ordinal))
            return new Fit(End);
        return asked.Length >= ShortestSlip && Ends(number, asked.Length).Any(end => OneError.Between(asked, end)) ? new Fit(Slip, 1) : null;
    }

    // One digit too many or missing changes how much of the number was meant.
    static IEnumerable<string> Ends(string number, int length) =>
        Enumerable.Range(length - 1, 3).Where(size => size <= number.Length).Select(size => number[^size..]);
}
