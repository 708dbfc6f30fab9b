namespace Tsunagu.Tests.EndToEnd.Storm;

/// <summary>What a つなぐシート may do, written down from the rules: what the suite is compared with.</summary>
sealed class SheetModel
{
    static readonly (string From, Verb Verb, string To)[] Moves =
    [
        ("DRAFT", Verb.Send, "SENT"),
        ("RETURNED", Verb.Send, "SENT"),
        ("SENT", Verb.Receive, "RECEIVED"),
        ("RECEIVED", Verb.Accept, "ACCEPTED"),
        ("RECEIVED", Verb.Return, "RETURNED"),
        ("RECEIVED", Verb.Decline, "DECLINED"),
        ("ACCEPTED", Verb.Complete, "COMPLETED"),
    ];

    readonly List<string> events = [];

    public string State { get; private set; } = "DRAFT";

    /// <summary>Its public events so far, such as <c>referral.sent</c>; each one's place is its sequence.</summary>
    public IReadOnlyList<string> Events => events;

    public IReadOnlyList<Verb> Allowed => [.. Moves.Where(move => move.From == State).Select(move => move.Verb)];

    public IReadOnlyList<Verb> Refused => [.. Enum.GetValues<Verb>().Except(Allowed)];

    public void Take(Verb verb)
    {
        State = Moves.Single(move => move.From == State && move.Verb == verb).To;
        events.Add($"referral.{State.ToLowerInvariant()}");
    }
}
