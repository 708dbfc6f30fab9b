namespace Tsunagu.Households.Data;

/// <summary>A row that was set aside; the row itself is not repeated here.</summary>
sealed class ImportReject
{
    public Guid ImportId { get; init; }

    public int Line { get; init; }

    public required string ColumnName { get; init; }

    public required string Reason { get; init; }
}
