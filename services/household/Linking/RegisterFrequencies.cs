namespace Tsunagu.Households.Linking;

/// <summary>How often each value occurs in the register: a rare name tells more than a common one.</summary>
sealed class RegisterFrequencies
{
    readonly Dictionary<string, int> family = [];
    readonly Dictionary<string, int> given = [];
    readonly Dictionary<string, int> places = [];

    /// <summary>People of the register, former residents included.</summary>
    public int People { get; private set; }

    /// <summary>Counts a person.</summary>
    /// <param name="person">The person.</param>
    /// <param name="mentioned">Places and phones that a description mentions; no other is counted, to bound the memory.</param>
    public void Count(RegisteredPerson person, IReadOnlySet<string> mentioned)
    {
        People++;
        foreach (var name in person.Names.DistinctBy(n => n.Form.Whole.Folded))
        {
            Add(family, name.Form.Family.Folded);
            Add(given, name.Form.Given.Folded);
        }
        foreach (var key in person.PlaceKeys.Where(mentioned.Contains))
            Add(places, key);
    }

    public double OfFamily(string folded) => Share(family, folded);

    public double OfGiven(string folded) => Share(given, folded);

    public double OfPlace(string key) => Share(places, key);

    // One more than counted: the next one to come, whom the register does not know yet, may have it too.
    double Share(Dictionary<string, int> counts, string value) => Math.Min(1, (counts.GetValueOrDefault(value) + 1.0) / (People + 1.0));

    static void Add(Dictionary<string, int> counts, string value) => counts[value] = counts.GetValueOrDefault(value) + 1;
}
