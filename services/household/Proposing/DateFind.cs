using Tsunagu.Households.Domain;
using Tsunagu.Households.Layouts;

namespace Tsunagu.Households.Proposing;

/// <summary>A column that holds dates.</summary>
/// <param name="Column">The column.</param>
/// <param name="Style">Pattern of <see cref="DatePattern"/>.</param>
/// <param name="None">Further values that mean no date.</param>
/// <param name="Certainty">That it holds dates, of this style.</param>
/// <param name="Seen">False when the sample has no date in it, so that the style is that of its neighbours.</param>
sealed record DateFind(SampleColumn Column, string Style, IReadOnlyList<string> None, Certainty Certainty, bool Seen)
{
    /// <summary>Its dates, row by row.</summary>
    public IReadOnlyList<PartialDate?> Dates { get; } = Read(Column, Style, None);

    /// <summary>As a layout writes it.</summary>
    public DateColumn ToColumn() => new() { Column = Column.Name, Style = Style, None = None };

    static PartialDate?[] Read(SampleColumn column, string style, IReadOnlyList<string> none)
    {
        var pattern = DatePattern.Create(style) ?? throw new InvalidDataException($"date pattern {style}");
        return [.. column.Raw.Select(c => c.Trim()).Select(c => c.Length == 0 || none.Contains(c) ? null : pattern.Parse(c))];
    }
}
