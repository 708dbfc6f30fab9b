using Npgsql;

namespace Tsunagu.Households.Data;

/// <summary>
/// A resident who was found, or a stretch of protection beside the resident whom it hides; without a resident the 小学校区 of a town, or, without either, that a
/// list of measures was ever received.
/// </summary>
sealed class ShieldRow
{
    public Guid? ResidentId { get; init; }

    public DateOnly? StartDate { get; init; }

    public DateOnly? EndDate { get; init; }

    public bool Listed { get; init; }

    /// <summary>True when the resident is named; false when somebody of the same household is; null where the row tells of no protection.</summary>
    public bool? Own { get; init; }

    /// <summary>In the form of <see cref="Domain.TownCode"/>.</summary>
    public string? TownCode { get; init; }

    public string? SchoolDistrict { get; init; }

    /// <summary>Of the columns in the order of the properties.</summary>
    public static ShieldRow Read(NpgsqlDataReader row) => new()
    {
        ResidentId = row.IsDBNull(0) ? null : row.GetGuid(0),
        StartDate = row.IsDBNull(1) ? null : row.GetFieldValue<DateOnly>(1),
        EndDate = row.IsDBNull(2) ? null : row.GetFieldValue<DateOnly>(2),
        Listed = row.GetBoolean(3),
        Own = row.IsDBNull(4) ? null : row.GetBoolean(4),
        TownCode = row.IsDBNull(5) ? null : row.GetString(5),
        SchoolDistrict = row.IsDBNull(6) ? null : row.GetString(6),
    };
}
