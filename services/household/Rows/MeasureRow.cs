namespace Tsunagu.Households.Rows;

/// <summary>A protective measure, ready to be staged.</summary>
sealed record MeasureRow
{
    public required int Line { get; init; }

    public required string RecordKey { get; init; }

    /// <summary>宛名番号 of the person whom the measure protects.</summary>
    public required string Number { get; init; }

    /// <summary>宛名番号 of who is protected with the person.</summary>
    public required string[] Companions { get; init; }

    /// <summary>宛名番号 of those from whom; empty when they are not known or no residents.</summary>
    public required string[] Opponents { get; init; }

    /// <summary>区分, such as DV.</summary>
    public required string Category { get; init; }

    /// <summary>Null when it cannot be read: the measure is taken to have begun.</summary>
    public required DateOnly? Start { get; init; }

    /// <summary>Null when there is none or it cannot be read: the measure is taken to go on.</summary>
    public required DateOnly? End { get; init; }

    /// <summary>Tells whether any cell differs from the file before.</summary>
    public required Guid Hash { get; init; }
}
