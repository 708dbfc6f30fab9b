namespace Tsunagu.Households.Domain;

/// <summary>
/// The path from the head of the household to a member, one letter for each 続柄 code: S spouse, C child, P parent, B sibling,
/// H housemate, X anything else. The head's own path is empty.
/// </summary>
static class Kinship
{
    const string HeadCode = "02";

    /// <summary>Composes codes that are each relative to the one before (子の妻 = 20, 12 = CS).</summary>
    public static string Path(IEnumerable<string> codes) =>
        string.Concat(codes.Where(c => c.Length > 0 && c != HeadCode).Select(Step));

    /// <summary>True for the member whom the register names as 世帯主.</summary>
    public static bool IsHead(IReadOnlyList<string> codes) => codes is [HeadCode, ..];

    /// <summary>True for the 夫 or 妻 of whomever the codes before the last one name.</summary>
    public static bool IsSpouse(IReadOnlyList<string> codes) => codes is [.., "11" or "12"];

    /// <summary>The same for 夫(未届) and 妻(未届), who live as spouses without having notified a marriage.</summary>
    public static bool IsSpouseByUsage(IReadOnlyList<string> codes) => codes is [.., "13" or "14"];

    static char Step(string code) => code switch
    {
        _ when IsSpouse([code]) || IsSpouseByUsage([code]) => 'S',
        "20" => 'C',
        "51" or "52" => 'P',
        "71" or "74" or "81" or "84" => 'B',
        "99" => 'H',
        _ => 'X',
    };
}
