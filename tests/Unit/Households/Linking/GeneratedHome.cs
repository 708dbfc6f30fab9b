namespace Tsunagu.Tests.Unit.Households.Linking;

/// <summary>An address in its parts; no 丁目 is 0, no flat an empty building.</summary>
sealed record GeneratedHome(string Town, int Chome, int Block, int Number, string Building, int Room)
{
    const string Digits = "〇一二三四五六七八九";

    /// <summary>As the register writes it.</summary>
    public string Registered =>
        $"{Town}{(Chome == 0 ? "" : Wide(Chome) + "丁目")}{Block}番{Number}号{(Building.Length == 0 ? "" : $"　{Building}　{Room}号室")}";

    /// <summary>As one hand or another writes it.</summary>
    public string Noted(Random random)
    {
        var town = (random.Next(3) switch { 0 => "架空県見本市", 1 => "見本市", _ => "" }) + (random.Next(4) == 0 ? Town.Replace("大字", "", StringComparison.Ordinal) : Town);
        var numbers = Chome == 0 ? new[] { Block, Number } : [Chome, Block, Number];
        var place = random.Next(6) switch
        {
            0 => string.Join('-', numbers),
            1 => string.Concat(string.Join('-', numbers).Select(c => c == '-' ? '－' : (char)(c - '0' + '０'))),
            2 when Chome > 0 => $"{Digits[Chome]}丁目{Kanji(Block)}番{Kanji(Number)}号",
            3 when Chome > 0 => $"{Chome}丁目{Block}-{Number}",
            _ => $"{(Chome == 0 ? "" : $"{Chome}丁目")}{Block}番{Number}号",
        };
        if (Building.Length == 0)
            return town + place;
        return random.Next(4) switch
        {
            0 => $"{town}{place} {Room}",
            1 => $"{town}{place}　{Building}",
            2 => $"{town}{place}",
            _ => $"{town}{place} {Building} {Room}号室",
        };
    }

    static string Wide(int digit) => ((char)('０' + digit)).ToString();

    static string Kanji(int number) => number switch
    {
        < 10 => Digits[number].ToString(),
        < 20 => "十" + (number % 10 == 0 ? "" : Digits[number % 10].ToString()),
        _ => Digits[number / 10] + "十" + (number % 10 == 0 ? "" : Digits[number % 10].ToString()),
    };
}
