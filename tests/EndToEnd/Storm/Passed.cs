namespace Tsunagu.Tests.EndToEnd.Storm;

/// <summary>A つなぐシート as its desks know it from what was acknowledged to them.</summary>
/// <param name="Id">referral_id.</param>
/// <param name="From">Sending agency.</param>
/// <param name="To">Receiving agency.</param>
/// <param name="State">Where the last acknowledged command left it.</param>
/// <param name="Events">Events that its acknowledged commands must have led to, in order.</param>
sealed record Passed(string Id, string From, string To, string State, IReadOnlyList<string> Events)
{
    /// <summary>The agency that is told in its inbox: the receiver of what was sent, the sender of every answer.</summary>
    public string Told(string type) => type == "referral.sent" ? To : From;
}
