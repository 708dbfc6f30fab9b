using Tsunagu.Households.Domain;

namespace Tsunagu.Households.Proposing;

/// <summary>Compares every column of numbers with the register, in one question.</summary>
sealed class KeyTrial(SampleTable table, IReadOnlyList<DateFind> dates, IReadOnlySet<int> forbidden)
{
    const int MostRows = 400;
    const int MostColumns = 16;
    const int ChanceRows = 60;
    const double Numbers = 0.9;
    const double Same = 0.6;
    const double Some = 0.2;
    const int Few = 5;

    readonly int[] rows = Spread(table.Rows);
    readonly Dictionary<string, string> forms = [];

    /// <summary>The columns that may be keys, by position.</summary>
    /// <param name="register">The register.</param>
    /// <param name="number">How a cell becomes a number.</param>
    /// <param name="ct">Ends the question.</param>
    public async Task<IReadOnlyList<KeyCandidate>> RunAsync(RegisterLookup register, Func<string, string?> number, CancellationToken ct)
    {
        var columns = table.Columns.Where(c => IsNumeric(c, number)).Take(MostColumns).ToList();
        if (columns.Count == 0)
            return [];
        var asked = columns.ToDictionary(c => c, c => rows.Select(r => number(c.Cells[r])).ToArray());
        var made = columns.ToDictionary(c => c, c => MadeUp(asked[c]));
        var known = await register([.. asked.Values.SelectMany(n => n).OfType<string>().Concat(made.Values.SelectMany(n => n)).Distinct()], ct);
        var witnesses = Witnesses();
        return [.. columns.Select(c => Compare(c, asked[c], made[c], known, witnesses))];
    }

    bool IsNumeric(SampleColumn column, Func<string, string?> number)
    {
        if (forbidden.Contains(column.Index) || dates.Any(d => d.Column == column && d.Certainty is not Certainty.Unsure) || column.Shape == CellShape.Amount)
            return false;
        var filled = rows.Where(r => column.Cells[r].Length > 0).ToList();
        return filled.Count > 0 && filled.Count(r => number(column.Cells[r]) is not null) >= filled.Count * Numbers && column.Values.Count > 1;
    }

    static List<string> MadeUp(string?[] numbers) =>
        [.. numbers.OfType<string>().Distinct().Take(ChanceRows).SelectMany(KeyForm.Neighbours).Distinct()];

    KeyCandidate Compare(
        SampleColumn column, string?[] numbers, List<string> made, IReadOnlyDictionary<string, RegisterEntry> known, List<SampleColumn> witnesses)
    {
        var filled = rows.Index().Where(r => numbers[r.Index] is not null).ToList();
        var matched = filled.Where(r => known.ContainsKey(numbers[r.Index] ?? ""))
            .Select(r => (Row: r.Item, Entry: known[numbers[r.Index] ?? ""]))
            .ToList();
        var others = witnesses.Where(w => w != column).ToList();
        var witness = others.Select(w => (Column: w, Share: Share(matched, m => Agrees(w, m.Row, m.Entry))))
            .OrderByDescending(w => w.Share)
            .FirstOrDefault();
        // Only a column that names people can speak against a number.
        var told = matched.Count > 0 && (witness.Share >= Some || others.Exists(NamesPeople));
        return new KeyCandidate(
            column,
            filled.Count,
            filled.Count == 0 ? 0 : (double)matched.Count / filled.Count,
            made.Count == 0 ? 0 : (double)made.Count(known.ContainsKey) / made.Count,
            told ? witness.Share : null,
            witness.Column,
            matched.Count < Few ? null : Households(column, matched),
            filled.Count == 0 ? 0 : Share(matched, m => KeyForm.Number(column.Cells[m.Row]) == m.Entry.HouseholdNumber));
    }

    SampleColumn? Households(SampleColumn column, List<(int Row, RegisterEntry Entry)> matched) => table.Columns
        .Where(c => c != column && !HeaderWords.IsKey(c.Header))
        .Select(c => (Column: c, Share: Share(matched, m => KeyForm.Number(c.Cells[m.Row]) == m.Entry.HouseholdNumber)))
        .Where(c => c.Share >= Same)
        .OrderByDescending(c => c.Share)
        .Select(c => c.Column)
        .FirstOrDefault();

    bool NamesPeople(SampleColumn column) => dates.FirstOrDefault(d => d.Column == column) is { } date
        ? HeaderWords.IsBirth(column.Header) || (column.Header.Length == 0 && PersonGuess.LooksLikeBirths(date))
        : column.Shape == CellShape.Kana || HeaderWords.IsKana(column.Header) || HeaderWords.IsPersonName(column.Header)
            || (column.Header.Length == 0 && PersonGuess.LooksLikeNames(column));

    static double Share(List<(int Row, RegisterEntry Entry)> matched, Func<(int Row, RegisterEntry Entry), bool> holds) =>
        matched.Count == 0 ? 0 : (double)matched.Count(holds) / matched.Count;

    /// <summary>Columns that may say who a row is about: kana, names, dates of birth.</summary>
    List<SampleColumn> Witnesses() =>
        [.. table.Columns.Where(c => dates.Any(d => d.Column == c && d.Seen) || (c.Shape is CellShape.Kana or CellShape.Text && c.Variety >= 0.1 && Brief(c)))];

    bool Brief(SampleColumn column) => column.Filled > 0 && rows.Average(r => column.Cells[r].Length) is >= 1 and <= 30;

    bool Agrees(SampleColumn witness, int row, RegisterEntry entry)
    {
        if (dates.FirstOrDefault(d => d.Column == witness) is { } date)
            return entry.BirthDate is { } birth && date.Dates[row] is { } read && read.Assumed == birth.Assumed;
        var form = FormOf(witness.Cells[row]);
        return form.Length > 0 && (form == FormOf(entry.Kana) || form == FormOf(entry.Name));
    }

    // The same names are compared for every column that may be the key.
    string FormOf(string name)
    {
        if (!forms.TryGetValue(name, out var form))
            forms[name] = form = SearchForm.Of(name);
        return form;
    }

    /// <summary>Rows from all over the sample.</summary>
    static int[] Spread(int count) =>
        count <= MostRows ? [.. Enumerable.Range(0, count)] : [.. Enumerable.Range(0, MostRows).Select(i => (int)((long)i * count / MostRows))];
}
