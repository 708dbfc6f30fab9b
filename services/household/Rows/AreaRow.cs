namespace Tsunagu.Households.Rows;

/// <summary>A town and the areas it lies in, ready to be staged.</summary>
sealed record AreaRow
{
    public required int Line { get; init; }

    /// <summary>In the form of <see cref="Domain.TownCode"/>; what identifies the row in the next file.</summary>
    public required string TownCode { get; init; }

    public required string Town { get; init; }

    /// <summary>小学校区.</summary>
    public required string SchoolDistrict { get; init; }

    /// <summary>日常生活圏域.</summary>
    public required string CareArea { get; init; }

    /// <summary>地区.</summary>
    public required string District { get; init; }

    public required Guid Hash { get; init; }
}
