using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Referrals.V1;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Data;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Identity;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Wire;
using Version = Tsunagu.ServiceDefaults.Data.Version;

namespace Tsunagu.Tests.Integration.ServiceDefaults.Probe;

/// <summary>A service that does as little as the contract of the referral service lets it.</summary>
public sealed class ProbeRpc(
    UnitOfWork<ProbeDbContext> unitOfWork, TimeProvider clock, ProbeGate gate, DirectoryService.DirectoryServiceClient directory)
    : ReferralService.ReferralServiceBase
{
    public override Task<Referral> CreateReferral(CreateReferralRequest request, ServerCallContext context) =>
        unitOfWork.WriteAsync(request, context, async (db, ct) =>
        {
            await gate.PassAsync(ct);
            var note = new Note
            {
                Id = Guid.CreateVersion7(),
                OwnerAgency = context.GetCaller().Agency.Value,
                Words = FieldParser.Text(request.Content.Purpose, "content.purpose", 2000, required: true),
                Changes = 1,
                ChangedAt = clock.GetUtcNow(),
            };
            db.Notes.Add(note);
            db.AddEvent(ProbeEvents.Sent(note));
            await db.SaveChangesAsync(ct);
            return Answer(note);
        });

    public override Task<Referral> SendReferral(SendReferralRequest request, ServerCallContext context) =>
        unitOfWork.WriteAsync(request, context, async (db, ct) =>
        {
            var note = await FindAsync(db, request.ReferralId, context, ct);
            Version.Require(request.ExpectedVersion, note.Version);
            await gate.PassAsync(ct);
            note.Changes++;
            db.AddEvent(ProbeEvents.Sent(note));
            await db.SaveChangesAsync(ct);
            return Answer(note);
        });

    public override Task<Referral> GetReferral(GetReferralRequest request, ServerCallContext context) =>
        unitOfWork.ReadAsync(context, async (db, ct) =>
        {
            var answer = Answer(await FindAsync(db, request.ReferralId, context, ct));
            answer.Reason = await db.Database.SqlQueryRaw<string>(
                "select concat_ws('|', current_setting('tsunagu.staff', true), current_setting('tsunagu.agency', true), " +
                "current_setting('tsunagu.purpose', true), current_setting('tsunagu.principal', true)) as \"Value\"").SingleAsync(ct);
            return answer;
        });

    // Adds an event and forgets to save.
    public override Task<Referral> AcceptReferral(AcceptReferralRequest request, ServerCallContext context) =>
        unitOfWork.WriteAsync(request, context, async (db, ct) =>
        {
            var note = await FindAsync(db, request.ReferralId, context, ct);
            note.Changes++;
            db.AddEvent(ProbeEvents.Sent(note));
            return Answer(note);
        });

    public override Task<Referral> ReturnReferral(ReturnReferralRequest request, ServerCallContext context) =>
        throw new Refusal(RefusalKind.WrongState, "REFERRAL_WRONG_STATE", "受領した紹介だけを差し戻せます。");

    public override Task<Referral> DeclineReferral(DeclineReferralRequest request, ServerCallContext context) =>
        throw new InvalidOperationException("no such person: " + request.Reason);

    /// <summary>An outcome that makes <see cref="CompleteReferral"/> answer without asking the unit of work.</summary>
    public const string Around = "around";

    public override async Task<Referral> CompleteReferral(CompleteReferralRequest request, ServerCallContext context)
    {
        if (request.Outcome == Around)
            return new Referral();
        await Task.Delay(Timeout.Infinite, context.CancellationToken);
        return new Referral();
    }

    // Asks another service on the caller's behalf.
    public override async Task<ListReferralsResponse> ListReferrals(ListReferralsRequest request, ServerCallContext context)
    {
        var agencies = await directory.ListAgenciesAsync(new(), cancellationToken: context.CancellationToken);
        return await unitOfWork.ReadAsync(context, (_, _) => Task.FromResult(new ListReferralsResponse
        {
            Referrals = { agencies.Agencies.Select(agency => new ReferralSummary { FromAgencyId = agency.AgencyId, ToAgencyId = agency.Name }) },
        }));
    }

    static async Task<Note> FindAsync(ProbeDbContext db, string id, ServerCallContext context, CancellationToken ct)
    {
        var note = await db.Notes.SingleOrDefaultAsync(row => row.Id == FieldParser.Uuid(id, "referral_id"), ct);
        return note is not null && await db.MaySeeAsync(context, new(new Resource("referral", note.Id), new AgencyId(note.OwnerAgency)), ct)
            ? note
            : throw new Refusal(RefusalKind.NotFound, "REFERRAL_NOT_FOUND", "つなぐシートが見つかりません。");
    }

    static Referral Answer(Note note) => new() { ReferralId = note.Id.ToString(), Version = Version.Of(note.Version) };
}
