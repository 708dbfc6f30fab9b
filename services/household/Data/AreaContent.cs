namespace Tsunagu.Households.Data;

/// <summary>What a list tells of a town (町字).</summary>
abstract class AreaContent : ListedContent
{
    /// <summary>In the form of <see cref="Domain.TownCode"/>.</summary>
    public required string TownCode { get; init; }

    public required string Town { get; init; }

    /// <summary>小学校区.</summary>
    public required string SchoolDistrict { get; init; }

    /// <summary>日常生活圏域.</summary>
    public required string CareArea { get; init; }

    /// <summary>地区.</summary>
    public required string District { get; init; }
}
