using System.Globalization;
using System.Text;

namespace Tsunagu.Tests.Integration.Households.History;

/// <summary>
/// Files of a small made-up city in the layouts of the sample's register and of two of its feeds, one with two persons in a record. Every file
/// is drawn by itself around a common core, so people move, vanish, come back and change, and records do so with them.
/// </summary>
public sealed class RandomCity(Random random)
{
    const int People = 9;
    static readonly string[] Streets = ["A 1", "B 2", "C 3"];

    static readonly (string Code, string Label)[] TaxStatuses = [("1", "課税"), ("2", "均等割のみ課税"), ("3", "非課税")];

    public NaiveFile Draw(DateOnly day) => random.Next(3) switch
    {
        0 => Register(day),
        1 => Tax(day),
        _ => Allowance(day),
    };

    public NaiveFile Register(DateOnly day)
    {
        var rows = new List<(string[] Cells, NaiveRow Row)>();
        for (var n = 1; n <= People; n++)
        {
            if (random.Next(8) == 0)
                continue;
            var household = Household(random.Next(5) == 0 ? random.Next(3) : n % 3);
            var status = random.Next(6) == 0 ? "2" : "1";
            var (name, street) = (random.Next(6) == 0 ? $"N{n} NEW" : $"N{n} OLD", Streets[random.Next(6) == 0 ? random.Next(3) : n % 3]);
            string[] cells =
            [
                Person(n), household, "1", status, "2020-01-01", "0", "", name, $"K{n}", "", "", "", "", "1", "1980-01-01", "0", "99", "", "", "", "", $"{n}",
                "999-0000", "0101001", street, "", "", "", "", "", "",
            ];
            rows.Add((cells, new(Person(n), [], string.Join(',', cells), null, _ => $"{name}|{street}") { Household = household, Current = status == "1" }));
        }
        return File("residents", "day1/residents.csv", day, rows);
    }

    NaiveFile Tax(DateOnly day) => Records("18_juminzei_kubun", day, n =>
    {
        var (code, label) = TaxStatuses[random.Next(4) == 0 ? random.Next(3) : n % 3];
        var (start, end) = Period();
        string[] cells = ["7", Person(n), "K", code, "0", "0", "0", "0", Reiwa(start), Reiwa(end), ""];
        return (cells, new($"7/{Person(n)}", [(Person(n), "本人")], string.Join(',', cells), end, _ => $"{label}|{Iso(start)}|{Iso(end)}"));
    });

    NaiveFile Allowance(DateOnly day) => Records("08_jido_teate", day, n =>
    {
        var (from, child) = (Person(n), Person((n % (People + 2)) + 1));
        var (start, end) = Period();
        string[] cells = [$"{n}", from, "K", child, "K", "20200101", Plain(start), "1", "1", end is null ? "00000000" : Plain(end), "00"];
        return (cells, new(
            $"{n}/{child}", [(from, "受給者"), (child, "児童")], string.Join(',', cells), end,
            on => $"{(end <= on ? "消滅" : "受給中")}|{Iso(start)}|{Iso(end)}"));
    });

    // Two numbers more than the register ever has: records whose person is unknown. Now and then a record occurs twice.
    NaiveFile Records(string feed, DateOnly day, Func<int, (string[], NaiveRow)> draw)
    {
        var numbers = Enumerable.Range(1, People + 2).Where(_ => random.Next(8) > 0).ToList();
        if (random.Next(3) == 0)
            numbers.Add(numbers[random.Next(numbers.Count)]);
        return File(feed, $"day1/feeds/{feed}.csv", day, [.. numbers.Select(draw)]);
    }

    static NaiveFile File(string feed, string path, DateOnly day, List<(string[] Cells, NaiveRow Row)> rows)
    {
        var header = City.Sample.Read(path).AsSpan();
        header = header[..(header.IndexOf((byte)'\n') + 1)];
        return new(feed, day, [.. rows.Select(r => r.Row)], [.. header, .. Encoding.ASCII.GetBytes(string.Concat(rows.Select(r => string.Join(',', r.Cells) + "\r\n")))]);
    }

    (DateOnly Start, DateOnly? End) Period() =>
        (new(2021, 1, 1 + random.Next(2)), random.Next(3) == 0 ? new DateOnly(2026, 3, 1).AddDays(random.Next(40)) : null);

    static string Person(int n) => $"00000000777{n:0000}";

    static string Household(int n) => $"00000000888{n:0000}";

    static string Plain(DateOnly? day) => day?.ToString("yyyyMMdd", CultureInfo.InvariantCulture) ?? "";

    static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    static string Reiwa(DateOnly? day) => day is { } d ? string.Create(CultureInfo.InvariantCulture, $"R{d.Year - 2018:00}.{d:MM.dd}") : "";
}
