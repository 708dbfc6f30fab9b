using System.Text;
using Tsunagu.Households.Proposing;

namespace Tsunagu.Tests.Unit.Households.Proposing;

/// <summary>A made-up vendor's file, the register it speaks of, and what its layout really is.</summary>
sealed record VendorFile(Sample Sample, RegisterLookup Register, LayoutTruth Truth, string Recipe)
{
    static readonly (string Name, string Codec, bool Mark)[] Encodings =
    [
        ("cp932", "shift_jis", false), ("cp932", "shift_jis", false), ("cp932", "shift_jis", false), ("utf-8", "utf-8", true), ("utf-8", "utf-8", false), ("utf-16le", "utf-16", true),
        ("utf-16le", "utf-16", false), ("utf-16be", "utf-16BE", true), ("utf-16be", "utf-16BE", false), ("euc-jp", "euc-jp", false),
    ];

    static readonly string[] Trailers = ["合計", "総件数", "計", "TOTAL"];

    /// <summary>The same file for the same randomness.</summary>
    public static VendorFile Make(Random random)
    {
        var people = new VendorPeople(random);
        var keyed = random.Next(8) > 0;
        var ascii = random.Next(40) == 0;
        var quoting = random.Next(3);
        var columns = new VendorColumns(random, quotes: quoting < 2).Make(keyed || ascii, ascii);
        var (name, codec, mark) = Encodings[random.Next(Encodings.Length)];
        var delimiter = ",,,\t\t;|"[random.Next(7)];
        var newline = random.Next(12) switch { < 7 => "\r\n", < 11 => "\n", _ => "\r" };
        var mixed = random.Next(25) == 0;
        var headers = random.Next(6) switch { 0 => 0, 5 => 2, _ => 1 };
        // Without names nothing but the person tells a key among dense numbers.
        var rows = random.Next(12) == 0 ? random.Next(8, 25) : random.Next(25, 260);
        var trailer = random.Next(6) == 0 ? Trailers[random.Next(Trailers.Length)] : null;
        var records = Records(random, people, columns, headers, rows, trailer, quoting == 2 ? delimiter : '\0', out var cells);
        var text = string.Concat(records.Select(r => string.Join(delimiter, r.Select(c => Quote(c, delimiter, quoting))) + (mixed && random.Next(3) == 0 ? "\n" : newline)));
        // A blank line in front of the end, and the end-of-file mark of old systems.
        text += random.Next(15) == 0 ? newline : "";
        text += random.Next(25) == 0 ? "\u001A" : "";
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codec) ?? Encoding.GetEncoding(codec);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
        if (name == "cp932" && random.Next(3) == 0)
            Nec(bytes);
        if (name == "cp932" && random.Next(5) == 0)
            Break(random, bytes);
        var recipe = $"{name}{(mark ? "+BOM" : "")} delimiter={(int)delimiter} quoting={quoting} headers={headers} rows={rows} dense={people.IsDense} "
            + string.Join(',', columns.Select(c => c.Header));
        return new(new Sample(bytes, true, $"export_{random.Next(10)}.csv"), people.Register, TruthOf(columns, cells, text.All(char.IsAscii) && !mark && name is not ("utf-16le" or "utf-16be") ? "cp932" : name, delimiter, headers, trailer), recipe);
    }

    static List<string[]> Records(
        Random random, VendorPeople people, List<VendorColumn> columns, int headers, int rows, string? trailer, char banned, out List<string[]> cells)
    {
        cells = [];
        for (var n = 0; n < rows; n++)
        {
            var (person, second, row) = (people.People[random.Next(people.People.Count)], people.People[random.Next(people.People.Count)], n);
            // Vendors who never quote keep the delimiter out of their values.
            cells.Add([.. columns.Select(c => c.Cell(person, second, row)).Select(c => banned == '\0' ? c : c.Replace(banned, ' '))]);
        }
        List<string[]> records = [];
        if (headers == 2)
            records.Add(GroupLine(random, columns.Count));
        if (headers > 0)
            records.Add([.. columns.Select(c => c.Header)]);
        records.AddRange(cells);
        for (var i = records.Count - 1; i > headers + 3; i--)
            records[i] = Spoil(random, columns, records[i]);
        if (trailer is not null)
            records.Add([trailer, $"{rows}件", .. Enumerable.Repeat("", columns.Count - 2)]);
        return records;
    }

    /// <summary>One row in a few dozen has a cell too few or too many, a number that nobody has, or a day that does not exist.</summary>
    static string[] Spoil(Random random, List<VendorColumn> columns, string[] row)
    {
        var date = columns.FindIndex(c => c.Style is "yyyyMMdd" or "Gyy.MM.dd");
        var key = columns.FindIndex(c => c.Role == VendorRole.Key);
        return random.Next(200) switch
        {
            0 => row[..^1],
            1 => [.. row, "再掲"],
            2 or 3 when key >= 0 => [.. row[..key], "000000000000007", .. row[(key + 1)..]],
            4 when date >= 0 => [.. row[..date], columns[date].Style == "yyyyMMdd" ? "20250231" : "R05.13.01", .. row[(date + 1)..]],
            _ => row,
        };
    }

    static string[] GroupLine(Random random, int count)
    {
        var (every, repeat) = (random.Next(2, 5), random.Next(2) == 0);
        return [.. Enumerable.Range(0, count).Select(i => repeat || i % every == 0 ? new[] { "基本情報", "認定", "支給", "その他" }[i / every % 4] : "")];
    }

    /// <summary>A byte lost on the way, two or three times.</summary>
    static void Break(Random random, byte[] bytes)
    {
        for (var i = 0; i < random.Next(1, 4); i++)
        {
            var at = random.Next(bytes.Length / 2, bytes.Length);
            if (bytes[at] >= 0x81 && at + 1 < bytes.Length && bytes[at + 1] >= 0x80)
                bytes[at] = 0xFF;
        }
    }

    static string Quote(string cell, char delimiter, int quoting) => quoting switch
    {
        0 => $"\"{cell.Replace("\"", "\"\"")}\"",
        1 when cell.Contains(delimiter) || cell.Contains('"') || cell.Contains('\n') => $"\"{cell.Replace("\"", "\"\"")}\"",
        _ => cell,
    };

    /// <summary>The other byte form of 髙.</summary>
    static void Nec(byte[] bytes)
    {
        for (var i = 0; i + 1 < bytes.Length; i++)
        {
            if (bytes[i] == 0xFB && bytes[i + 1] == 0xFC)
                (bytes[i], bytes[i + 1]) = (0xEE, 0xE0);
        }
    }

    static LayoutTruth TruthOf(List<VendorColumn> columns, List<string[]> cells, string encoding, char delimiter, int headers, string? trailer)
    {
        var dated = columns.Index().Where(c => c.Item.Style is not null && cells.Exists(r => r[c.Index].Length > 0 && r[c.Index] != c.Item.None)).ToList();
        return new LayoutTruth
        {
            Encoding = encoding,
            Delimiter = delimiter,
            HeaderRows = headers,
            TrailerFirstCell = trailer,
            Key = At(columns, VendorRole.Key),
            SecondKey = At(columns, VendorRole.SecondKey),
            Dates = dated.ToDictionary(d => d.Index, d => d.Item.Style ?? ""),
            None = dated.Where(d => d.Item.None is { Length: > 0 } none && cells.Exists(r => r[d.Index] == none)).ToDictionary(d => d.Index, d => d.Item.None ?? ""),
            Forbidden = [.. columns.Index().Where(c => c.Item.Role == VendorRole.Forbidden).Select(c => c.Index)],
        };
    }

    static int? At(List<VendorColumn> columns, VendorRole role) => columns.FindIndex(c => c.Role == role) is >= 0 and var at ? at : null;
}
