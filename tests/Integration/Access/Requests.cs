using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Tsunagu.Contracts.Households.V1;
using Tsunagu.Contracts.Meetings.V1;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.Tests.Integration.Intake;

namespace Tsunagu.Tests.Integration.Access;

/// <summary>For each operation of the suite a request about the record on the stage; steps are asked for on a version that is gone, so that none happens.</summary>
static partial class Requests
{
    const string Stale = "00000000";

    // An agency of which nobody here is: no administrator changes what their own agency may do, and no agency refers to itself.
    const string Elsewhere = AccessStage.Elsewhere;

    /// <summary>A request by operation; what it is of a list says which record is looked for there.</summary>
    public static IReadOnlyDictionary<string, Request> For(AccessStage stage) => new[]
    {
        OfIntake(stage),
        OfHousehold(stage),
        OfSupport(stage),
        OfProtections(stage),
        OfReferral(stage),
        OfDirectory(stage),
        OfMeeting(stage),
        OfNotification(stage),
        OfCommon(stage),
    }.SelectMany(part => part).ToDictionary(StringComparer.Ordinal);

    public static CreateReferralRequest NewReferral(string to) => new()
    {
        RequestId = Desk.NewId(),
        ToAgencyId = to,
        Content = new SheetContent { Purpose = "家計の困りごと", Request = "家計相談", LegalBasis = LegalBasis.Emergency },
        RespondBy = DateTime.UtcNow.AddDays(7).ToTimestamp(),
    };

    public static CallMeetingRequest NewMeeting(string caseId, params IEnumerable<string> invited) => new()
    {
        RequestId = Desk.NewId(),
        CaseId = caseId,
        // Which agencies of every kind may call.
        Kind = MeetingKind.SupporterConference,
        StartsAt = DateTime.UtcNow.AddDays(3).ToTimestamp(),
        DurationMinutes = 60,
        AgencyIds = { invited },
    };

    public static IReadOnlyList<ImportFeedRequest> RegisterFile() =>
    [
        new() { FeedId = "residents", RequestId = Desk.NewId(), FileName = "residents.csv" },
        new() { Chunk = ByteString.CopyFrom(Register.File()) },
    ];

    /// <summary>How to ask for an operation.</summary>
    /// <param name="Parts">Makes the request anew, in its parts.</param>
    /// <param name="Listed">Of a list: id of the record that is looked for.</param>
    public sealed record Request(Func<Task<IReadOnlyList<IMessage>>> Parts, string? Listed)
    {
        /// <summary>Nothing is parked in this city: who may look is told so.</summary>
        public bool Missing { get; init; }

        public Request(Func<IMessage> one, string? listed = null)
            : this(() => Task.FromResult<IReadOnlyList<IMessage>>([one()]), listed)
        {
        }

        public Request(Func<Task<IMessage>> one)
            : this(async () => [await one()], null)
        {
        }
    }
}
