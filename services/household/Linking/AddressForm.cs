using System.Globalization;
using System.Text.RegularExpressions;
using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Linking;

/// <summary>
/// An address as it is compared: 町字 in search form, the numbers of 丁目, 番 (番地) and 号 (枝番), and the room. 1丁目2番3号, 1-2-3, 一丁目二番三号
/// and full-width digits give the same form.
/// </summary>
sealed partial class AddressForm
{
    const string Administrative = "都道府県市区町村郡";

    AddressForm(string town, int[] numbers, string room) => (Town, Numbers, Room) = (town, numbers, room);

    /// <summary>町字, perhaps behind prefecture and municipality.</summary>
    public string Town { get; }

    public IReadOnlyList<int> Numbers { get; }

    /// <summary>Digits of the room; empty when none is named.</summary>
    public string Room { get; }

    /// <summary>What every way of writing the address of one building shares; null when the address names no number.</summary>
    public string? BuildingKey => KeyOf(Numbers.Count);

    /// <summary>The same with the last number taken for a room, which 1-2-3-405 leaves open.</summary>
    public string? ShorterKey => Numbers.Count >= 3 ? KeyOf(Numbers.Count - 1) : null;

    /// <summary>Building and room.</summary>
    public string RoomKey => $"{BuildingKey}#{Room}";

    /// <summary>Null when the text names no place.</summary>
    public static AddressForm? Of(string text)
    {
        var clean = Counting().Replace(TextFold.Width(text).Trim(), m => KanjiNumber.Value(m.Value).ToString(CultureInfo.InvariantCulture));
        clean = Hyphen().Replace(clean, "-");
        if (NumberPart().Match(clean) is not { Success: true } match)
            return FoldTown(clean) is { Length: > 0 } town ? new AddressForm(town, [], "") : null;
        var numbers = match.Groups["number"].Captures
            .Select(c => int.TryParse(c.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0)
            .ToArray();
        var room = RoomPart().Match(match.Groups["rest"].Value) is { Success: true } found ? found.Groups[1].Value.TrimStart('0') : "";
        // Nobody counts further than 丁目, 番, 号: a fourth number is a room.
        if (numbers.Length == 4 && room.Length == 0)
            (numbers, room) = (numbers[..3], numbers[3].ToString(CultureInfo.InvariantCulture));
        return new AddressForm(FoldTown(match.Groups["town"].Value), numbers, room);
    }

    /// <summary>A code of <see cref="LinkLevels"/>.</summary>
    public string LevelOf(AddressForm registered)
    {
        if (!SameTown(registered))
            return LinkLevels.Different;
        if (Numbers.Count > 0 && registered.Numbers.SequenceEqual(Numbers))
            return RoomLevel(Room, registered.Room);
        if (registered.Numbers.Count >= 2 && Numbers.Count == registered.Numbers.Count + 1 && Room.Length == 0
            && Numbers.Take(registered.Numbers.Count).SequenceEqual(registered.Numbers))
            return RoomLevel(Numbers[^1].ToString(CultureInfo.InvariantCulture), registered.Room);
        var chome = registered.Numbers.Count >= 3 && Numbers.Count >= 3;
        return !chome || registered.Numbers[0] == Numbers[0] ? LinkLevels.Town : LinkLevels.Different;
    }

    static string RoomLevel(string one, string other)
    {
        if (one == other)
            return LinkLevels.Exact;
        return one.Length == 0 || other.Length == 0 ? LinkLevels.Building : LinkLevels.OtherRoom;
    }

    // Registers leave prefecture and municipality out, people write one of them, both or neither.
    bool SameTown(AddressForm other) =>
        Town.Length > 0 && other.Town.Length > 0 && (Town == other.Town || Ends(Town, other.Town) || Ends(other.Town, Town));

    static bool Ends(string longer, string shorter) =>
        longer.Length > shorter.Length && longer.EndsWith(shorter, StringComparison.Ordinal)
        && Administrative.Contains(longer[^(shorter.Length + 1)]);

    string? KeyOf(int count) =>
        count == 0 || Town.Length == 0 ? null : $"{(Town.Length > 2 ? Town[^2..] : Town)}|{string.Join('-', Numbers.Take(count))}";

    static string FoldTown(string town) => SearchForm.Of(OldUnits().Replace(town, ""));

    // A kanji number counts something or stands between hyphens; 三日町 and 千歳 are names.
    [GeneratedRegex("[〇一二三四五六七八九十百千]{1,9}(?=丁目|番(?!町)|号|[-ー‐−―][0-9〇一二三四五六七八九十百])|(?<=[0-9〇一二三四五六七八九十丁番地][-ー‐−―目番地のノ])[〇一二三四五六七八九十百千]{1,9}")]
    private static partial Regex Counting();

    [GeneratedRegex("(?<=[0-9])\\s*[-ー‐‑‒–—―−~〜]\\s*(?=[0-9])")]
    private static partial Regex Hyphen();

    // A digit inside a name is followed by 条, 線 or 番町 (北1条, 1番町).
    [GeneratedRegex("""
        ^(?<town>.*?)\s*(?<number>[0-9]+)(?!番町)(?:(?:丁目\s*|番地[のノ]?(?=[0-9])|番[のノ]?(?=[0-9])|番\s+(?=[0-9]+号(?!室))|[-のノ])(?<number>[0-9]+))*(?:丁目|番地|番|号(?!室))?(?<rest>(?![0-9条線]).*)$
        """)]
    private static partial Regex NumberPart();

    [GeneratedRegex("([0-9]+)\\s*(?:号室|号|室)?\\s*$")]
    private static partial Regex RoomPart();

    [GeneratedRegex("大字|(?<=.)字(?=.)")]
    private static partial Regex OldUnits();
}
