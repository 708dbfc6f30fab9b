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
        var columns = new VendorColumns(random, people).Make(keyed);
        var (name, codec, mark) = Encodings[random.Next(Encodings.Length)];
        var delimiter = ",,,\t\t;|"[random.Next(7)];
        var quoting = random.Next(3);
        var newline = new[] { "\r\n", "\r\n", "\n" }[random.Next(3)];
        var headers = random.Next(6) switch { 0 => 0, 5 => 2, _ => 1 };
        // Without names nothing but the person tells a key among dense numbers.
        var rows = random.Next(25, 260);
        var trailer = random.Next(6) == 0 ? Trailers[random.Next(Trailers.Length)] : null;
        var records = Records(random, people, columns, headers, rows, trailer, quoting == 2 ? delimiter : '\0', out var cells);
        var text = string.Concat(records.Select(r => string.Join(delimiter, r.Select(c => Quote(c, delimiter, quoting))) + newline));
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codec) ?? Encoding.GetEncoding(codec);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
        if (name == "cp932" && random.Next(3) == 0)
            Nec(bytes);
        var recipe = $"{name}{(mark ? "+BOM" : "")} delimiter={(int)delimiter} quoting={quoting} headers={headers} rows={rows} dense={people.IsDense} "
            + string.Join(',', columns.Select(c => c.Header));
        return new(new Sample(bytes, true, $"export_{random.Next(10)}.csv"), people.Register, TruthOf(columns, cells, name, delimiter, headers, trailer), recipe);
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
            records.Add([.. columns.Select((_, i) => i % 3 == 0 ? new[] { "基本", "認定", "支給" }[i / 3 % 3] : "")]);
        if (headers > 0)
            records.Add([.. columns.Select(c => c.Header)]);
        records.AddRange(cells);
        // One row in a hundred has a cell too few.
        for (var i = records.Count - 1; i > headers + 3; i--)
        {
            if (random.Next(150) == 0)
                records[i] = records[i][..^1];
        }
        if (trailer is not null)
            records.Add([trailer, $"{rows}件", .. Enumerable.Repeat("", columns.Count - 2)]);
        return records;
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
