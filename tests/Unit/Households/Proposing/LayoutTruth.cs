using Tsunagu.Households.Proposing;

namespace Tsunagu.Tests.Unit.Households.Proposing;

/// <summary>What a layout really is, in the terms in which a proposal is judged.</summary>
sealed record LayoutTruth
{
    public required string Encoding { get; init; }

    public required char Delimiter { get; init; }

    public required int HeaderRows { get; init; }

    public required int? Key { get; init; }

    public required int? SecondKey { get; init; }

    /// <summary>Style by position; <c>mixed</c> for several.</summary>
    public required IReadOnlyDictionary<int, string> Dates { get; init; }

    /// <summary>Position and value of no date, where there is one.</summary>
    public required IReadOnlyDictionary<int, string> None { get; init; }

    public required IReadOnlyList<int> Forbidden { get; init; }

    public string? TrailerFirstCell { get; init; }

    /// <summary>Every aspect in which a proposal differs, and whether it had said that it was unsure of it. Names aspects and positions, no values.</summary>
    public IEnumerable<(string Aspect, bool Unsure)> Differences(Proposal proposal)
    {
        if (proposal.Layout is not { } layout)
        {
            yield return ("layout: none", proposal.IsUnsure(FindingCodes.Rows));
            yield break;
        }
        if (layout.File.Encoding != Encoding)
            yield return ($"encoding: {layout.File.Encoding} for {Encoding}", proposal.IsUnsure(FindingCodes.Encoding));
        if (layout.File.Delimiter != Delimiter)
            yield return ($"delimiter: {(int)layout.File.Delimiter} for {(int)Delimiter}", proposal.IsUnsure(FindingCodes.Delimiter));
        if (layout.File.HeaderRows != HeaderRows)
            yield return ($"header: {layout.File.HeaderRows} for {HeaderRows}", proposal.IsUnsure(FindingCodes.Header));
        if (layout.File.TrailerFirstCell != TrailerFirstCell)
            yield return ("trailer", proposal.IsUnsure(FindingCodes.Trailer));
        var columns = layout.File.Columns.ToList();
        if (PositionOf(columns, layout.Key?.Column) is var key && key != Key)
            yield return ($"key: {key} for {Key}", proposal.IsUnsure(FindingCodes.Key));
        if (PositionOf(columns, layout.SecondKey?.Column) is var second && second != SecondKey)
            yield return ($"second key: {second} for {SecondKey}", proposal.IsUnsure(FindingCodes.SecondKey, FindingCodes.Key));
        foreach (var difference in DateDifferences(proposal, columns))
            yield return difference;
        if (!layout.Forbidden.Select(c => columns.IndexOf(c)).Order().SequenceEqual(Forbidden))
            yield return ("forbidden", proposal.IsUnsure(FindingCodes.Forbidden));
    }

    IEnumerable<(string, bool)> DateDifferences(Proposal proposal, List<string> columns)
    {
        var layout = proposal.Layout!;
        var found = new[] { layout.Start, layout.Person?.BirthDate, layout.Resident?.BirthDate, layout.Resident?.ChangedOn }
            .Concat(layout.End).Concat(layout.Dates).OfType<Tsunagu.Households.Layouts.DateColumn>()
            .DistinctBy(d => d.Column)
            .ToDictionary(d => columns.IndexOf(d.Column));
        foreach (var at in found.Keys.Union(Dates.Keys).Order())
        {
            var (style, truth) = (found.GetValueOrDefault(at)?.Style, Dates.GetValueOrDefault(at));
            var unsure = at < columns.Count && proposal.Findings.Any(f => f.Code == FindingCodes.Date && f.Column == columns[at] && f.Certainty == Certainty.Unsure);
            if (style != truth && !(truth == "mixed" && (style == "any" || style?.Contains('|') == true)))
                yield return ($"date {at}: {style} for {truth}", unsure);
            else if (None.GetValueOrDefault(at) is { } none && !found[at].None.Contains(none))
                yield return ($"date {at}: no-date value", unsure);
        }
    }

    static int? PositionOf(List<string> columns, string? name) => name is null ? null : columns.IndexOf(name);
}
