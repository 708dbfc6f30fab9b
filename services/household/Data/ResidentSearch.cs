namespace Tsunagu.Households.Data;

/// <summary>How a resident is found: a row of its own, narrower than the resident's, so that lookups touch less.</summary>
sealed class ResidentSearch
{
    public Guid ResidentId { get; init; }

    /// <summary>Version of the search form that the keys are of; 0 while they are to be made anew.</summary>
    public int Version { get; set; }

    /// <summary>Hashed keys of everything the resident is found by, what the register held before included.</summary>
    public required int[] Keys { get; set; }

    /// <summary>Names of any kind that the register held before.</summary>
    public required string[] FormerNames { get; init; }

    public required string[] FormerAddresses { get; init; }

    public required string[] FormerPhones { get; init; }
}
