using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Tests.Unit.Meetings;

/// <summary>Meetings in the states that tests start from.</summary>
static class Calls
{
    // 00:30 on 6 June in Japan.
    public static readonly DateTimeOffset Now = new(2026, 6, 5, 15, 30, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 6, 6);
    public static readonly StaffId Coordinator = new("welfare-kato");
    public static readonly AgencyId Welfare = new("welfare");
    public static readonly AgencyId Council = new("shakyo");
    public static readonly AgencyId School = new("school-1");

    public static readonly MeetingCall Conference = new()
    {
        Case = new(Guid.CreateVersion7(Now)),
        Kind = MeetingKind.SupportConference,
        StartsAt = Now.AddDays(3),
        DurationMinutes = 60,
        Agencies = [Council],
    };

    public static Meeting Called(MeetingCall? call = null, IReadOnlyCollection<MeetingRules>? rules = null, Convener? convener = null) => Meeting.Call(
        new(Guid.CreateVersion7(Now)), call ?? Conference, rules ?? [Rules.From(Rules.First)], Coordinator, convener ?? Rules.Welfare, Now);

    public static Meeting Held()
    {
        var meeting = Called();
        meeting.Record(DecisionFor(Council));
        return meeting;
    }

    public static Meeting Cancelled()
    {
        var meeting = Called();
        meeting.Cancel();
        return meeting;
    }

    public static Decision DecisionFor(AgencyId agency) =>
        new(new(Guid.CreateVersion7(Now)), "家庭訪問を行う", agency, null, Now, Coordinator);
}
