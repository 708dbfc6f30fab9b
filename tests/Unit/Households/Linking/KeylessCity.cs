using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Tsunagu.Households.Domain;
using Tsunagu.Households.Linking;
using Tsunagu.Households.Parsing;

namespace Tsunagu.Tests.Unit.Households.Linking;

/// <summary>The feeds without a key of a city, read by the layouts beside its files, and whom each of their records is about.</summary>
/// <param name="folder">Its folder.</param>
sealed class KeylessCity(string folder)
{
    // What headers of such columns are called; the first that contains a word is taken.
    static readonly string[] Kana = ["フリガナ", "ふりがな", "カナ", "かな", "ヨミ", "よみ"];
    static readonly string[] Birth = ["生年月日", "誕生"];
    static readonly string[] Address = ["住所", "所在"];
    static readonly string[] Phone = ["電話", "TEL", "連絡先"];
    static readonly string[] Name = ["氏名", "名前"];

    static readonly DatePattern Any = DatePattern.Create(DatePattern.Any) ?? throw new InvalidOperationException("any");

    /// <summary>The city that <c>TSUNAGU_CITY</c> names, if it has feeds without a key.</summary>
    public static KeylessCity? Chosen { get; } =
        Environment.GetEnvironmentVariable("TSUNAGU_CITY") is { Length: > 0 } folder && File.Exists(Path.Combine(folder, "truth/linkage.json"))
            ? new KeylessCity(folder)
            : null;

    public async Task<IReadOnlyList<KeylessRecord>> RecordsAsync(string day)
    {
        var records = new List<KeylessRecord>();
        foreach (var file in Json("truth/linkage.json").GetProperty(day).EnumerateObject())
        {
            var rows = await ReadAsync($"feeds/{file.Name}", day);
            foreach (var truth in file.Value.EnumerateArray())
            {
                // A defective row is set aside before anybody asks whom it is about.
                if (truth.TryGetProperty("bad", out _))
                    continue;
                var cell = rows.Cells[truth.GetProperty("line").GetInt32()];
                var person = new PersonDescription(
                    rows.Text(cell, Name), rows.Text(cell, Kana), Any.Parse(rows.Text(cell, Birth)), Sex.Unrecorded, rows.Text(cell, Address), rows.Text(cell, Phone));
                var noise = string.Join(' ', truth.GetProperty("noise").EnumerateArray().Select(n => n.GetString()));
                records.Add(new KeylessRecord(person, truth.GetProperty("pid").GetString() is { } number ? Id(number) : null, noise));
            }
        }
        return records;
    }

    public async Task<IReadOnlyList<LinkResident>> ResidentsAsync(string day)
    {
        var rows = await ReadAsync("residents.csv", day);
        return [.. rows.Cells.Values.Select(c => new LinkResident
        {
            Id = Id(rows.Cell(c, "宛名番号")),
            HouseholdId = Id(rows.Cell(c, "世帯番号")),
            Name = rows.Cell(c, "氏名"),
            Kana = TextFold.DisplayKana(rows.Cell(c, "氏名カナ")),
            FormerFamilyName = rows.Cell(c, "旧氏"),
            Alias = rows.Cell(c, "通称"),
            AliasKana = TextFold.DisplayKana(rows.Cell(c, "通称カナ")),
            RomanName = rows.Cell(c, "氏名ローマ字"),
            BirthDate = Any.Parse(rows.Cell(c, "生年月日")),
            Sex = rows.Cell(c, "性別") switch { "1" => Sex.Male, "2" => Sex.Female, _ => Sex.Unrecorded },
            Address = $"{rows.Cell(c, "町字")}{rows.Cell(c, "番地号表記")}　{rows.Cell(c, "方書")}",
            Phone = rows.Cell(c, "電話番号"),
        })];
    }

    async Task<KeylessRows> ReadAsync(string file, string day)
    {
        var layout = Json("truth/layouts.json").GetProperty("files").GetProperty(file);
        var encoding = layout.GetProperty("encoding").GetString() switch { "shift_jis" => "cp932", "utf-16" => "utf-16le", var other => other };
        var decoder = SourceDecoder.Create(encoding ?? "") ?? throw new InvalidDataException($"encoding {encoding}");
        var quoting = layout.GetProperty("quoting").GetString() == "none" ? Quoting.None : Quoting.Quoted;
        using var reader = new FileReader(decoder, new RecordReader(layout.GetProperty("delimiter").GetString()![0], quoting));
        var columns = layout.GetProperty("columns").EnumerateArray().Select(c => c.GetString() ?? "").ToArray();
        var cells = new Dictionary<int, string[]>();
        var headers = layout.GetProperty("header_rows").GetInt32();
        ReadOnlyMemory<byte>[] pieces = [await File.ReadAllBytesAsync(Path.Combine(folder, day, file))];
        await foreach (var record in reader.ReadAsync(pieces.ToAsyncEnumerable(), default))
        {
            if (headers-- <= 0 && record.Fields.Length == columns.Length)
                cells[record.Line] = record.Fields;
        }
        return new KeylessRows(columns, cells);
    }

    JsonElement Json(string path) => JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, path))).RootElement;

    static Guid Id(string number) => new(SHA256.HashData(Encoding.UTF8.GetBytes(number)).AsSpan(0, 16));
}
