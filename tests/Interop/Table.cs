using Tsunagu.Tests.Interop.Speakers;

namespace Tsunagu.Tests.Interop;

/// <summary>Case × who spoke × result.</summary>
sealed class Table(IReadOnlyList<Speaker> speakers)
{
    const int LongestDetail = 300;

    readonly Dictionary<(string Speaker, string Case), Verdict> cells = [];

    /// <summary>Enters what a speaker reported; a case that it owes and did not report fails, and so does one reported twice or unasked.</summary>
    public void Enter(Speaker speaker, IReadOnlyList<Verdict> verdicts, string? breakdown)
    {
        foreach (var name in speaker.Cases.Union(verdicts.Select(verdict => verdict.Case)))
        {
            cells[(speaker.Name, name)] = verdicts.Where(verdict => verdict.Case == name).ToArray() switch
            {
                [] => new Verdict(name, Outcome.Failed, breakdown ?? "not reported"),
                [var one] when speaker.Cases.Contains(name) => one,
                _ => new Verdict(name, Outcome.Failed, "reported twice or unasked"),
            };
        }
    }

    public int Count(Outcome outcome) => cells.Values.Count(cell => cell.Outcome == outcome);

    /// <summary>Every cell that somebody owes has passed or is beyond the library, and there is no empty column.</summary>
    public bool IsGreen => Count(Outcome.Failed) == 0 && speakers.Count > 0 && speakers.All(speaker => speaker.Cases.Count > 0 && speaker.Cases.All(name => cells.ContainsKey((speaker.Name, name))));

    public void Print(TextWriter output)
    {
        var rows = speakers.SelectMany(speaker => speaker.Cases).Concat(cells.Keys.Select(cell => cell.Case)).Distinct().ToArray();
        var first = rows.Select(row => row.Length).Append(4).Max();
        output.WriteLine($"{"case".PadRight(first)}  {string.Join("  ", speakers.Select(speaker => speaker.Name))}");
        foreach (var row in rows)
            output.WriteLine($"{row.PadRight(first)}  {string.Join("  ", speakers.Select(speaker => Cell(speaker, row).PadRight(speaker.Name.Length)))}".TrimEnd());
        output.WriteLine();
        foreach (var ((speaker, name), verdict) in cells.Where(cell => cell.Value.Outcome != Outcome.Passed))
            output.WriteLine($"{Text(verdict.Outcome)}  {name} by {speaker}: {OneLine(verdict.Detail)}");
        output.WriteLine($"interop: {Count(Outcome.Passed)} passed, {Count(Outcome.Failed)} failed, {Count(Outcome.NotApplicable)} n/a");
    }

    static string OneLine(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length > LongestDetail ? $"{line[..LongestDetail]}…" : line;
    }

    string Cell(Speaker speaker, string row) => cells.TryGetValue((speaker.Name, row), out var verdict) ? Text(verdict.Outcome) : "-";

    static string Text(Outcome outcome) => outcome switch
    {
        Outcome.Passed => "ok",
        Outcome.Failed => "FAIL",
        Outcome.NotApplicable => "n/a",
    };
}
