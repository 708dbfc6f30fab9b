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

    static char Step(string code) => code switch
    {
        "11" or "12" or "13" or "14" => 'S',
        "20" => 'C',
        "51" or "52" => 'P',
        "71" or "74" or "81" or "84" => 'B',
        "99" => 'H',
        _ => 'X',
    };
}
