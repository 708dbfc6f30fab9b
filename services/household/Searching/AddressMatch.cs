using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Searching;

/// <summary>How well an address fits: its parts in order, numbers whole, letters in part.</summary>
static class AddressMatch
{
    const int Beginning = 920;
    const int Together = 820;
    const int Apart = 720;
    const int Slip = 450;
    const int Earlier = 40;
    const int ShortestSlip = 3;

    /// <summary>The best fit of any writing with any address; null when none fits.</summary>
    /// <param name="writings">Writings of what was asked.</param>
    /// <param name="current">Parts of the address now.</param>
    /// <param name="earlier">Parts of earlier ones.</param>
    public static Fit? Of(
        IReadOnlyList<IReadOnlyList<string>> writings, IReadOnlyList<string> current, IReadOnlyList<IReadOnlyList<string>> earlier)
    {
        Fit? best = null;
        foreach (var asked in writings)
        {
            best = Fit.Better(best, Of(asked, current));
            foreach (var address in earlier)
                best = Fit.Better(best, Of(asked, address)?.Less(Earlier));
        }
        return best;
    }

    static Fit? Of(IReadOnlyList<string> asked, IReadOnlyList<string> address)
    {
        if (asked.SequenceEqual(address))
            return new Fit(Fit.Whole);
        var places = new List<int>(asked.Count);
        var (next, errors) = (0, 0);
        foreach (var part in asked)
        {
            var place = Place(part, address, next, Holds);
            if (place < 0)
            {
                place = Place(part, address, next, IsSlip);
                errors++;
            }
            if (place < 0 || errors > 1)
                return null;
            places.Add(place);
            next = place + 1;
        }
        if (errors > 0)
            return new Fit(Slip, errors);
        if (places[^1] - places[0] >= places.Count)
            return new Fit(Apart);
        return new Fit(places[0] == 0 && address[0].StartsWith(asked[0], StringComparison.Ordinal) ? Beginning : Together);
    }

    static int Place(string part, IReadOnlyList<string> address, int from, Func<string, string, bool> fits)
    {
        for (var i = from; i < address.Count; i++)
        {
            if (fits(part, address[i]))
                return i;
        }
        return -1;
    }

    static bool Holds(string asked, string part) =>
        AddressForm.IsNumber(asked) ? asked == part : part.Contains(asked, StringComparison.Ordinal);

    static bool IsSlip(string asked, string part) =>
        AddressForm.IsNumber(asked) == AddressForm.IsNumber(part)
        && (AddressForm.IsNumber(asked) || Math.Min(asked.Length, part.Length) >= ShortestSlip)
        && OneError.Between(asked, part);
}
