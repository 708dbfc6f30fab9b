namespace Tsunagu.Tests.EndToEnd.Guarded;

/// <summary>The rule said anew, without a line of the product: the owner sees all, others what unexpired grants name.</summary>
/// <param name="Owner">Agency that owns the record.</param>
/// <param name="Grants">Grants that were given and not revoked.</param>
sealed record RecordState(string Owner, IReadOnlyList<Given> Grants)
{
    /// <summary>What a reader sees at an instant.</summary>
    public Sight At(DateTimeOffset instant, Reader reader)
    {
        if (reader.Agency == Owner)
            return Sight.All;
        var sight = Sight.Nothing;
        foreach (var grant in Grants.Where(grant => grant.Names(reader) && instant < grant.Until))
            sight |= grant.Items.Count == 0
                ? Sight.All
                : grant.Items.Aggregate(Sight.Frame, (shown, item) => shown | (item == "complaint" ? Sight.Complaint : Sight.Issues));
        return sight;
    }

    /// <summary>Everything that a reader may see between two instants: it changes where a grant ends, and nowhere else.</summary>
    public IEnumerable<Sight> Between(DateTimeOffset from, DateTimeOffset to, Reader reader) =>
        Grants.Select(grant => grant.Until).Where(end => end > from && end <= to).Append(from).Select(instant => At(instant, reader)).Distinct();
}
