namespace Tsunagu.Households.Layouts;

/// <summary>Columns of a list of towns and the areas they lie in.</summary>
sealed record AreaColumns
{
    /// <summary>Whatever the register names the town by.</summary>
    public required string TownCode { get; init; }

    /// <summary>小学校区.</summary>
    public required string SchoolDistrict { get; init; }

    public string? Town { get; init; }

    /// <summary>日常生活圏域.</summary>
    public string? CareArea { get; init; }

    /// <summary>地区.</summary>
    public string? District { get; init; }

    /// <summary>Every column named here, by the field of the contract's definition.</summary>
    public IEnumerable<(string Field, string Column)> Named() =>
        new (string, string?)[]
        {
            ("town_code", TownCode), ("school_district", SchoolDistrict), ("town", Town), ("care_area", CareArea), ("district", District),
        }
            .Where(n => n.Item2 is not null)
            .Select(n => (n.Item1, n.Item2 ?? ""));
}
