namespace Tsunagu.Tests.Unit.Households.Proposing;

/// <summary>One column of a made-up file.</summary>
sealed record VendorColumn
{
    /// <summary>Header, when the file has one.</summary>
    public required string Header { get; init; }

    /// <summary>The cell of a row: the person, a second person, the row's number.</summary>
    public required Func<VendorPerson, VendorPerson, int, string> Cell { get; init; }

    /// <summary>Key, second key, forbidden, or nothing special.</summary>
    public VendorRole Role { get; init; }

    /// <summary>Style of a date column, <c>mixed</c> for several.</summary>
    public string? Style { get; init; }

    /// <summary>Value of no date.</summary>
    public string? None { get; init; }
}

enum VendorRole
{
    Other,
    Key,
    SecondKey,
    Forbidden,
}
