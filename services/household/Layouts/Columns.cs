namespace Tsunagu.Households.Layouts;

/// <summary>宛名番号 of a person and what the person is in the record (本人, 受給者, 児童 ...).</summary>
sealed record KeyColumn
{
    public required string Column { get; init; }

    public required string Role { get; init; }
}

/// <summary>A cell that is shown as it is, or looked up; a code that is not listed is shown as it is.</summary>
sealed record CodedColumn
{
    public required string Column { get; init; }

    public IReadOnlyDictionary<string, string>? Codes { get; init; }
}

/// <summary>A date, in the patterns of <see cref="Domain.DatePattern"/>; a blank cell always means none.</summary>
sealed record DateColumn
{
    public required string Column { get; init; }

    public required string Style { get; init; }

    /// <summary>Further values that mean no date, such as 0000000 or 9999-12-31.</summary>
    public IReadOnlyList<string> None { get; init; } = [];
}

/// <summary>The status of a record: a column, or a consequence of the end date.</summary>
sealed record StatusRule
{
    public string? Column { get; init; }

    public IReadOnlyDictionary<string, string>? Codes { get; init; }

    /// <summary>Status until the end date; with <see cref="Ended"/> in place of a column.</summary>
    public string? Open { get; init; }

    /// <summary>Status from the end date on.</summary>
    public string? Ended { get; init; }
}
