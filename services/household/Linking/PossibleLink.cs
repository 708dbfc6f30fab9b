using Tsunagu.Households.Domain;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Households.Linking;

/// <summary>A record without a key and a resident whom it may be about: what the scores propose, and over it what staff decided.</summary>
sealed class PossibleLink
{
    PossibleLink()
    {
    }

    public Guid Id { get; private init; }

    public Guid InvolvementId { get; private init; }

    public Guid ResidentId { get; private init; }

    /// <summary>Bits.</summary>
    public double Score { get; private set; }

    /// <summary>Features with their levels and weights, as JSON.</summary>
    public string Features { get; private set; } = "[]";

    /// <summary>A code of <see cref="LinkObstacles"/>, or empty.</summary>
    public string Obstacle { get; private set; } = "";

    public LinkProposal Proposal { get; private set; }

    public LinkJudgement? Judgement { get; private set; }

    public StaffId? DecidedBy { get; private set; }

    public AgencyId? DecidedFor { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public uint Version { get; private set; }

    public LinkState State => Judgement switch
    {
        LinkJudgement.Accepted => LinkState.Accepted,
        LinkJudgement.Rejected => LinkState.Rejected,
        null => Proposal == LinkProposal.Automatic ? LinkState.Automatic : LinkState.Open,
    };

    /// <summary>A new proposal.</summary>
    public static PossibleLink Of(Guid id, Guid involvement, Guid resident) =>
        new() { Id = id, InvolvementId = involvement, ResidentId = resident };

    /// <summary>Takes what the scores say now; a decision of staff stays over it.</summary>
    /// <returns>False when nothing changed.</returns>
    public bool Propose(LinkProposal proposal, double score, string features, string obstacle)
    {
        if ((Proposal, Score, Features, Obstacle) == (proposal, score, features, obstacle))
            return false;
        (Proposal, Score, Features, Obstacle) = (proposal, score, features, obstacle);
        return true;
    }

    public void Accept(StaffId staff, AgencyId agency, DateTimeOffset now) => Judge(LinkJudgement.Accepted, staff, agency, now);

    public void Reject(StaffId staff, AgencyId agency, DateTimeOffset now) => Judge(LinkJudgement.Rejected, staff, agency, now);

    /// <summary>Takes the decision back, so that everything is as before it; parts an automatic link.</summary>
    public void Undo(StaffId staff, AgencyId agency, DateTimeOffset now)
    {
        switch (State)
        {
            case LinkState.Accepted or LinkState.Rejected:
                (Judgement, DecidedBy, DecidedFor, DecidedAt) = (null, null, null, null);
                break;
            case LinkState.Automatic:
                Judge(LinkJudgement.Rejected, staff, agency, now);
                break;
            default:
                throw LinkErrors.WrongState();
        }
    }

    void Judge(LinkJudgement judgement, StaffId staff, AgencyId agency, DateTimeOffset now)
    {
        if (Judgement is not null)
            throw LinkErrors.WrongState();
        (Judgement, DecidedBy, DecidedFor, DecidedAt) = (judgement, staff, agency, now);
    }
}
