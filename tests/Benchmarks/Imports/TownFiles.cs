using System.Globalization;
using System.Text;
using Tsunagu.Tests.TestKit.Population;

namespace Tsunagu.Tests.Benchmarks.Imports;

/// <summary>The files of a made-up town on two days, of which the second differs from the first in one row of a hundred; the same number of people gives the same files.</summary>
/// <param name="people">How many live there.</param>
sealed class TownFiles(int people)
{
    const int Seed = 20260401;
    const int OneOf = 100;
    const int PieceChars = 30_000;
    const string Register = "residents";

    static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    /// <summary>The people, as on the first day.</summary>
    public IEnumerable<Inhabitant> People => Town.People(people, Seed, Today);

    /// <summary>The register, then the departments that are asked for.</summary>
    public IReadOnlyList<DayFile> Of(bool nextDay, params Department[] departments) =>
        [RegisterOf(nextDay), .. departments.Select(department => DepartmentOf(department, nextDay))];

    DayFile RegisterOf(bool nextDay) => new(Register, people, [.. RegisterFile.Pieces(People.Select((person, place) => nextDay && place % OneOf == 0 ? Called(person, place) : person))]);

    DayFile DepartmentOf(Department department, bool nextDay)
    {
        var (rows, pieces) = (0, new List<byte[]>());
        var text = new StringBuilder(string.Join(',', Department.Columns)).Append("\r\n");
        foreach (var (place, person) in People.Index().Where(one => one.Index % department.Every == 0))
        {
            var status = nextDay && rows++ % OneOf == 0 ? '2' : '1';
            text.Append(CultureInfo.InvariantCulture, $"\"{place:00000000}\",\"{person.Number}\",\"{person.Kana}\",\"{status}\",\"20200401\",\"99999999\",\"\"\r\n");
            if (text.Length < PieceChars)
                continue;
            pieces.Add(Bytes(text));
            text.Clear();
        }
        pieces.Add(Bytes(text));
        return new(department.FeedId, (people + department.Every - 1) / department.Every, pieces);
    }

    static byte[] Bytes(StringBuilder text) => RegisterFile.Cp932.GetBytes(text.ToString());

    static Inhabitant Called(Inhabitant person, int place) => person with { Phone = string.Create(CultureInfo.InvariantCulture, $"0999-01-{place % 10_000:0000}") };
}
