using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Tsunagu.Contracts.Grants.V1;
using Tsunagu.Contracts.Intake.V1;
using Tsunagu.Contracts.Meetings.V1;
using Xunit;

namespace Tsunagu.Tests.EndToEnd.Guarded;

/// <summary>Works on one record after the other: in each round one change, and reads of others at random instants beside it.</summary>
sealed class Walker(IReadOnlyList<Caller> callers, Random random, Tally tally)
{
    const int RoundsOfARecord = 40;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    Consultation consultation = null!;
    string caseId = "";
    string meetingId = "";
    string[] attending = [];
    // Of the person of the record; empty while there is none, and once it was revoked.
    string consentId = "";
    RecordState state = null!;

    public async Task RunAsync(Func<bool> takeRound, CancellationToken ct)
    {
        for (var round = 0; takeRound(); round++)
        {
            if (round % RoundsOfARecord == 0)
                await BeginAsync(ct);
            await RoundAsync(ct);
        }
    }

    async Task BeginAsync(CancellationToken ct)
    {
        var owner = Any(callers);
        consultation = await Patiently(token => owner.Intake.RecordConsultationAsync(
            new()
            {
                RequestId = NewId(),
                Channel = Contracts.Intake.V1.Channel.Counter,
                Complaint = "架空の相談",
                MainIssue = Issue.Care,
            },
            owner.Headers, cancellationToken: token), ct);
        caseId = (await Patiently(token => owner.Intake.OpenCaseAsync(
            new() { RequestId = NewId(), ConsultationId = consultation.ConsultationId }, owner.Headers, cancellationToken: token), ct)).CaseId;
        (state, consentId) = (new(owner.Who.Agency, []), "");
        await MeetAsync(owner, ct);
    }

    // A meeting on the case, whose guests the intake service knows by the time the rounds begin.
    async Task MeetAsync(Caller owner, CancellationToken ct)
    {
        Caller[] guests = [.. callers.Where(caller => caller.Who.Agency != owner.Who.Agency).OrderBy(_ => random.Next()).DistinctBy(caller => caller.Who.Agency).Take(2)];
        attending = [owner.Who.Agency, .. guests.Select(guest => guest.Who.Agency)];
        meetingId = (await Patiently(token => owner.Meetings.CallMeetingAsync(
            new()
            {
                RequestId = NewId(),
                CaseId = caseId,
                Kind = MeetingKind.SupportConference,
                StartsAt = Timestamp.FromDateTime(DateTime.UtcNow.AddDays(3)),
                DurationMinutes = 60,
                AgencyIds = { guests.Select(guest => guest.Who.Agency) },
            },
            owner.Headers, cancellationToken: token), ct)).MeetingId;
        var opened = await Patiently(token => owner.Grants.CreateGrantAsync(Opening(GranteeKind.Meeting, meetingId), owner.Headers, cancellationToken: token), ct);
        for (var until = DateTime.UtcNow + Patience; (await ReadLaterAsync(guests[0], 100, ct))?.Sight is not Sight.All;)
            Assert.True(DateTime.UtcNow < until, $"The guests of a meeting were not known within {Patience}.");
        await Patiently(token => owner.Grants.RevokeGrantAsync(
            new() { RequestId = NewId(), GrantId = opened.GrantId, Reason = "架空の理由" }, owner.Headers, cancellationToken: token), ct);
    }

    async Task RoundAsync(CancellationToken ct)
    {
        var changing = ChangeAsync(ct);
        var reading = Enumerable.Range(0, 3).Select(_ => ReadLaterAsync(Any(callers), random.Next(0, 25), ct)).ToList();
        var change = await changing;
        // And once for certain after the acknowledgement: by somebody whom the change is about, when there is one.
        reading.Add(ReadLaterAsync(Concerned(change) ?? Any(callers), 0, ct));
        foreach (var read in await Task.WhenAll(reading))
        {
            if (read is null)
                continue;
            tally.Read(change, read);
            Assert.True(
                change.Possible(read).Contains(read.Sight),
                $"{read} is not possible: {change}; before {string.Join(' ', change.Before.Grants)}; after {string.Join(' ', change.After.Grants)}");
        }

        state = change.After;
    }

    Task<Change> ChangeAsync(CancellationToken ct) => random.Next(11) switch
    {
        < 4 => GrantAsync(ct),
        < 7 when state.Grants.Count > 0 => RevokeAsync(ct),
        7 => TransferAsync(ct),
        8 => ForeignAsync(ct),
        9 when consentId.Length > 0 => WithdrawAsync(ct),
        _ => Task.FromResult(new Change("none", DateTimeOffset.UtcNow, DateTimeOffset.UtcNow, state, state)),
    };

    async Task<Change> GrantAsync(CancellationToken ct)
    {
        var (before, owner, grantee) = (state, Owner(), Any([.. callers.Where(caller => caller.Who.Agency != state.Owner)]).Who);
        var (kind, id, staff, agencies) = random.Next(6) switch
        {
            0 or 1 => (GranteeKind.Staff, grantee.Staff, grantee.Staff, Array.Empty<string>()),
            2 or 3 => (GranteeKind.Agency, grantee.Agency, default(string?), [grantee.Agency]),
            _ => (GranteeKind.Meeting, meetingId, default, attending),
        };
        string[] items = random.Next(4) switch { 0 => ["complaint"], 1 => ["issues"], _ => [] };
        var request = Opening(kind, id, items);
        if (random.Next(2) == 0)
            (request.Basis, request.ConsentId) = (GrantBasis.Consent, await ConsentAsync(owner, ct));
        var from = DateTimeOffset.UtcNow;
        // Half of them end soon, in the middle of what follows.
        if (random.Next(2) == 0)
            request.ExpiresAt = Timestamp.FromDateTimeOffset(from.AddMilliseconds(random.Next(1500, 4000)));
        try
        {
            var given = await Patiently(token => owner.Grants.CreateGrantAsync(request, owner.Headers, cancellationToken: token), ct);
            return new(kind is GranteeKind.Meeting ? "meeting grant" : "grant", from, DateTimeOffset.UtcNow, before, before with
            {
                Grants = [.. before.Grants, new(given.GrantId, staff, agencies, items, given.ExpiresAt.ToDateTimeOffset(), given.ConsentId)],
            });
        }
        catch (RpcException late) when (late.StatusCode == StatusCode.InvalidArgument && request.ExpiresAt?.ToDateTimeOffset() <= DateTimeOffset.UtcNow)
        {
            // Its end was past before it was heard.
            return new("none", from, DateTimeOffset.UtcNow, before, before);
        }
    }

    async Task<Change> RevokeAsync(CancellationToken ct)
    {
        var (before, owner, ended) = (state, Owner(), Any(state.Grants));
        var request = new RevokeGrantRequest { RequestId = NewId(), GrantId = ended.Id, Reason = "架空の理由" };
        var after = before with { Grants = [.. before.Grants.Where(grant => grant != ended)] };
        var from = DateTimeOffset.UtcNow;
        try
        {
            await Patiently(token => owner.Grants.RevokeGrantAsync(request, owner.Headers, cancellationToken: token), ct);
            return new("revoke", from, DateTimeOffset.UtcNow, before, after);
        }
        catch (RpcException refusal) when (refusal.StatusCode == StatusCode.FailedPrecondition && ended.Until <= DateTimeOffset.UtcNow)
        {
            // It had expired by itself.
            return new("none", from, DateTimeOffset.UtcNow, before, before);
        }
    }

    async Task<string> ConsentAsync(Caller owner, CancellationToken ct)
    {
        if (consentId.Length == 0)
            consentId = (await Patiently(token => owner.Consents.RecordConsentAsync(
                new()
                {
                    RequestId = NewId(),
                    ConsultationId = consultation.ConsultationId,
                    Giver = ConsentGiver.Person,
                    Form = ConsentForm.Oral,
                    AgencyIds = { callers.Select(caller => caller.Who.Agency).Distinct() },
                    Meetings = true,
                    Purposes = { "consultation" },
                },
                owner.Headers, cancellationToken: token), ct)).ConsentId;
        return consentId;
    }

    // Whatever rests on it ends at once.
    async Task<Change> WithdrawAsync(CancellationToken ct)
    {
        var (before, owner, ended) = (state, Owner(), consentId);
        var request = new RevokeConsentRequest { RequestId = NewId(), ConsentId = ended, Reason = "架空の理由" };
        var from = DateTimeOffset.UtcNow;
        await Patiently(token => owner.Consents.RevokeConsentAsync(request, owner.Headers, cancellationToken: token), ct);
        consentId = "";
        return new("withdrawal", from, DateTimeOffset.UtcNow, before, before with { Grants = [.. before.Grants.Where(grant => grant.Consent != ended)] });
    }

    async Task<Change> TransferAsync(CancellationToken ct)
    {
        var (before, owner, next) = (state, Owner(), Any([.. callers.Where(caller => caller.Who.Agency != state.Owner)]).Who);
        var request = new TransferCaseRequest
        {
            RequestId = NewId(),
            CaseId = caseId,
            ToAgencyId = next.Agency,
            ResponsibleStaffId = next.Staff,
        };
        var from = DateTimeOffset.UtcNow;
        await Patiently(token => owner.Intake.TransferCaseAsync(request, owner.Headers, cancellationToken: token), ct);
        return new("transfer", from, DateTimeOffset.UtcNow, before, before with { Owner = next.Agency });
    }

    // Somebody else tries what is the owner's alone.
    async Task<Change> ForeignAsync(CancellationToken ct)
    {
        var (before, other) = (state, Any([.. callers.Where(caller => caller.Who.Agency != state.Owner)]));
        var from = DateTimeOffset.UtcNow;
        var request = new TransferCaseRequest
        {
            RequestId = NewId(),
            CaseId = caseId,
            ToAgencyId = other.Who.Agency,
            ResponsibleStaffId = other.Who.Staff,
        };
        var refusal = await Assert.ThrowsAsync<RpcException>(
            () => Patiently(token => other.Intake.TransferCaseAsync(request, other.Headers, cancellationToken: token), ct));
        Assert.Equal(StatusCode.NotFound, refusal.StatusCode);
        return new("foreign", from, DateTimeOffset.UtcNow, before, before);
    }

    async Task<Seen?> ReadLaterAsync(Caller reader, int milliseconds, CancellationToken ct)
    {
        await Task.Delay(milliseconds, ct);
        var from = DateTimeOffset.UtcNow;
        try
        {
            var shown = await reader.Intake.GetConsultationAsync(
                new() { ConsultationId = consultation.ConsultationId }, reader.Headers, DateTime.UtcNow.AddSeconds(20), ct);
            return new(reader.Who, from, DateTimeOffset.UtcNow, SightOf(shown));
        }
        catch (RpcException refusal) when (refusal.StatusCode == StatusCode.NotFound)
        {
            return new(reader.Who, from, DateTimeOffset.UtcNow, Sight.Nothing);
        }
        catch (RpcException away) when (away.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded)
        {
            tally.Unanswered();
            return null;
        }
    }

    CreateGrantRequest Opening(GranteeKind kind, string id, params string[] items) => new()
    {
        RequestId = NewId(),
        ResourceKind = "consultation",
        ResourceId = consultation.ConsultationId,
        Grantee = new() { Kind = kind, Id = id },
        Items = { items },
        Basis = kind is GranteeKind.Meeting ? GrantBasis.SocialWelfareAct1066 : GrantBasis.Emergency,
        Reason = "架空の理由",
    };

    static Sight SightOf(Consultation shown) => Sight.Frame
        | (shown.Complaint.Length > 0 ? Sight.Complaint : Sight.Nothing)
        | (shown.MainIssue != Issue.Unspecified ? Sight.Issues : Sight.Nothing);

    Caller Owner() => Any([.. callers.Where(caller => caller.Who.Agency == state.Owner)]);

    Caller? Concerned(Change change) => callers.FirstOrDefault(caller =>
        change.Before.At(change.To, caller.Who) != change.After.At(change.To, caller.Who));

    T Any<T>(IReadOnlyList<T> those) => those[random.Next(those.Count)];

    // Repeated with the same request_id until it is known how it ended.
    static async Task<T> Patiently<T>(Func<CancellationToken, AsyncUnaryCall<T>> call, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call(ct);
            }
            catch (RpcException away) when (away.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded && attempt < 10)
            {
                await Task.Delay(200 * attempt, ct);
            }
        }
    }

    static string NewId() => Guid.NewGuid().ToString();
}
