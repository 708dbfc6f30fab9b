using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Primitives;
using Xunit;

namespace Tsunagu.Tests.Unit.Referrals;

/// <summary>Every state × every verb × sender, receiver and stranger, against a table written by hand.</summary>
public sealed class ReferralTransitionTests
{
    static readonly Dictionary<(ReferralState From, ReferralVerb Verb), ReferralState> Allowed = new()
    {
        [(ReferralState.Draft, ReferralVerb.Send)] = ReferralState.Sent,
        [(ReferralState.Returned, ReferralVerb.Send)] = ReferralState.Sent,
        [(ReferralState.Sent, ReferralVerb.Receive)] = ReferralState.Received,
        [(ReferralState.Received, ReferralVerb.Accept)] = ReferralState.Accepted,
        [(ReferralState.Received, ReferralVerb.Return)] = ReferralState.Returned,
        [(ReferralState.Received, ReferralVerb.Decline)] = ReferralState.Declined,
        [(ReferralState.Accepted, ReferralVerb.Complete)] = ReferralState.Completed,
    };

    public static TheoryData<ReferralState, ReferralVerb> StatesAndVerbs()
    {
        var rows = new TheoryData<ReferralState, ReferralVerb>();
        foreach (var state in Enum.GetValues<ReferralState>())
        {
            foreach (var verb in Enum.GetValues<ReferralVerb>())
                rows.Add(state, verb);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(StatesAndVerbs))]
    public void Verb_ByTheAgencyItBelongsTo_MovesAsTheTableSays(ReferralState from, ReferralVerb verb)
    {
        var referral = Sheets.In(from);
        var before = referral.Sequence;

        if (Allowed.TryGetValue((from, verb), out var to))
        {
            Sheets.Do(referral, verb, Owner(verb), Sheets.Now.AddHours(1));

            Assert.Equal(to, referral.State);
            Assert.Equal(before + 1, referral.Sequence);
            var step = referral.History[^1];
            Assert.Equal((to, Owner(verb).Staff, Owner(verb).Agency, Sheets.Now.AddHours(1)), (step.State, step.Staff, step.Agency, step.At));
        }
        else
        {
            var steps = referral.History.Count;
            var refusal = Assert.Throws<Refusal>(() => Sheets.Do(referral, verb, Owner(verb), Sheets.Now));

            Assert.Equal((RefusalKind.WrongState, "REFERRAL_WRONG_STATE"), (refusal.Kind, refusal.Code));
            Assert.Equal((from, before, steps), (referral.State, referral.Sequence, referral.History.Count));
        }
    }

    [Theory]
    [MemberData(nameof(StatesAndVerbs))]
    public void Verb_ByTheOtherAgencyOrAStranger_IsForbiddenInEveryState(ReferralState from, ReferralVerb verb)
    {
        var other = verb is ReferralVerb.Send ? Sheets.Receiver : Sheets.Sender;
        var code = verb is ReferralVerb.Send ? "REFERRAL_NOT_SENDER" : "REFERRAL_NOT_RECEIVER";
        foreach (var actor in new[] { other, Sheets.Stranger })
        {
            var referral = Sheets.In(from);
            var refusal = Assert.Throws<Refusal>(() => Sheets.Do(referral, verb, actor, Sheets.Now));

            Assert.Equal((RefusalKind.Forbidden, code), (refusal.Kind, refusal.Code));
            Assert.Equal(from, referral.State);
        }
    }

    [Fact]
    public void Table_LeavesDeclinedAndCompletedAsTheOnlyFinalStates() =>
        Assert.Equal(
            [ReferralState.Declined, ReferralState.Completed],
            Enum.GetValues<ReferralState>().Where(state => !Enum.GetValues<ReferralVerb>().Any(verb => verb.IsAllowedIn(state))));

    static Actor Owner(ReferralVerb verb) => verb is ReferralVerb.Send ? Sheets.Sender : Sheets.Receiver;
}
