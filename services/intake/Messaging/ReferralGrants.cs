using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Events.Referrals;
using Tsunagu.Intake.Data;
using Tsunagu.Intake.Domain;
using Tsunagu.ServiceDefaults.Access;
using Tsunagu.ServiceDefaults.Directory;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Primitives;
using Tsunagu.ServiceDefaults.Sharing;

namespace Tsunagu.Intake.Messaging;

/// <summary>What a referral opens to its receiver: the case and the consultation that it names, as long as they are the sender's own.</summary>
/// <param name="directory">What each legal basis carries.</param>
/// <param name="clock">Time.</param>
/// <param name="log">Ids only.</param>
sealed class ReferralGrants(StaffDirectory directory, TimeProvider clock, ILogger<ReferralGrants> log)
{
    /// <summary>Opens what the referral names. A sender cannot open by a referral what belongs to somebody else.</summary>
    public async Task OpenAsync(IntakeDbContext db, ReferralSent e, CancellationToken ct)
    {
        var sender = new AgencyId(e.FromAgencyId);
        var consent = e.ConsentId is { } named ? await OwnConsents.FindAsync(db, named, ct) : null;
        if (e.ConsentId is not null && !Covers(consent, e))
        {
            log.ConsentGone(e.AggregateId, e.ConsentId.Value);
            return;
        }

        if (e.ConsultationId is { } consultation)
        {
            var id = new ConsultationId(consultation);
            Open(db, e, consent, new(GrantSetup.Consultation, consultation), await db.Consultations.AnyAsync(c => c.Id == id && c.Agency == sender, ct));
        }

        if (e.CaseId is { } opened)
        {
            var id = new CaseId(opened);
            Open(db, e, consent, new(GrantSetup.Case, opened), await db.Cases.AnyAsync(c => c.Id == id && c.Agency == sender, ct));
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>Closes what the referral opened.</summary>
    public async Task CloseAsync(IntakeDbContext db, Guid referral, string staff, CancellationToken ct)
    {
        var now = clock.GetUtcNow().Stored();
        var live = await db.Set<Grant>()
            .Where(grant => grant.SourceKind == GrantSource.ReferralKind && grant.SourceId == referral && grant.RevokedAt == null && grant.ExpiresAt > now)
            .ToListAsync(ct);
        live.ForEach(grant => grant.Revoke(new(staff), "", now));
        await db.SaveChangesAsync(ct);
    }

    void Open(IntakeDbContext db, ReferralSent e, Consent? consent, Resource resource, bool own)
    {
        var (now, sender) = (clock.GetUtcNow().Stored(), new AgencyId(e.FromAgencyId));
        // The rules are those of the sending, and the time of an emergency runs from there on, however late it is heard of. Whether they let the basis carry to
        // the receiver is asked by every read.
        if (!own || ReferralBasis.Of(e.LegalBasis) is not { } basis || RuleOf(basis, e) is not { } rule || EndOf(rule, consent, e) is var end && end <= now)
        {
            log.NothingOpened(e.AggregateId, resource.Kind, resource.Id);
            return;
        }

        db.Add(Grant.Issue(
            Guid.CreateVersion7(now),
            new GrantTerms
            {
                Resource = resource,
                Grantee = Grantee.Agency(new(e.ToAgencyId)),
                Basis = basis,
                Consent = consent,
                Reason = "",
                Source = GrantSource.Referral(e.AggregateId),
                ExpiresAt = end,
            },
            rule, sender, new(e.StaffId), sender, now));
    }

    static DateTimeOffset EndOf(SharingRule rule, Consent? consent, ReferralSent e) =>
        rule.LatestEnd(e.OccurredAt) is var end && consent?.EndsAt < end ? consent.EndsAt.Value : end;

    // It may have been revoked since the sheet was sent.
    bool Covers(Consent? consent, ReferralSent e) => consent is not null && consent.Covers(
        new(e.ConsultationId, e.CaseId), directory.Current.RecipientOf(Grantee.Agency(new(e.ToAgencyId))), clock.GetUtcNow());

    // Before the rules were ever heard of, a referral waits for them: it would open nothing for good otherwise.
    SharingRule? RuleOf(GrantBasis basis, ReferralSent e) => directory.Current.Sharing is { IsKnown: true } rules
        ? rules.InForce(basis, e.OccurredAt)
        : throw AccessErrors.Of(AccessVerdict.DirectoryStale)!;
}
