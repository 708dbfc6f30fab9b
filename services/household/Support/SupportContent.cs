namespace Tsunagu.Households.Support;

/// <summary>What a fact tells.</summary>
abstract record SupportContent
{
    /// <summary>Which of the facts it is.</summary>
    public SupportFactKind FactKind => this switch
    {
        OutsidePerson => SupportFactKind.OutsidePerson,
        Membership => SupportFactKind.Membership,
        Tie => SupportFactKind.Tie,
        _ => throw new InvalidOperationException($"{GetType().Name} is no content of a fact"),
    };

    /// <summary>Whom it names, one or two people in order; nobody for the description of a person.</summary>
    public IReadOnlyList<PersonRef> About => this switch
    {
        Membership membership => [membership.Who],
        Tie tie => [tie.From, tie.To],
        _ => [],
    };
}
