using Microsoft.EntityFrameworkCore;
using Tsunagu.Contracts.Events.Directory;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Granting;
using Tsunagu.ServiceDefaults.Primitives;

namespace Tsunagu.Referrals.Data;

/// <summary>Tells every service of a change of the directory, in the unit of work that makes it. Ids and codes, no names.</summary>
static class DirectoryEvents
{
    /// <summary>
    /// The directory as a whole, held until the transaction ends: changes follow one another, so that their numbers have no gaps.
    /// </summary>
    public static async Task<DirectoryHead> HoldDirectoryAsync(this ReferralDbContext db, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('directory'))", ct);
        return await db.Directory.SingleOrDefaultAsync(ct) ?? db.Directory.Add(DirectoryHead.Begin(Guid.NewGuid())).Entity;
    }

    /// <summary>An agency was registered or revised.</summary>
    public static void Announce(this ReferralDbContext db, DirectoryHead directory, Agency agency, DateTimeOffset now) => db.AddEvent(new AgencyChanged
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = now,
        AggregateId = directory.Id,
        Sequence = directory.Next(),
        AgencyId = agency.Id.Value,
        Kind = AgencyKinds.CodeOf(agency.Kind),
    });

    /// <summary>Something about a staff member changed.</summary>
    public static void Announce(this ReferralDbContext db, DirectoryHead directory, StaffMember staff, DateTimeOffset now) => db.AddEvent(new StaffChanged
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = now,
        AggregateId = directory.Id,
        Sequence = directory.Next(),
        StaffId = staff.Id.Value,
        AgencyId = staff.Agency.Value,
        Roles = staff.Roles,
        ValidUntil = staff.ValidUntil,
        Suspended = staff.SuspendedAt is not null,
    });

    /// <summary>Something about an agreement changed.</summary>
    public static void Announce(this ReferralDbContext db, DirectoryHead directory, Agreement agreement, DateTimeOffset now) => db.AddEvent(new AgreementChanged
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = now,
        AggregateId = directory.Id,
        Sequence = directory.Next(),
        AgreementId = agreement.Id,
        AgencyId = agreement.Agency.Value,
        Scopes = agreement.Scopes,
        StartsOn = agreement.StartsOn,
        EndsOn = agreement.EndsOn,
        EndedAt = agreement.EndedAt,
    });

    /// <summary>A version of the sharing rules was approved: one event for each of its rules.</summary>
    public static void Announce(this ReferralDbContext db, DirectoryHead directory, SharingRules version, DateTimeOffset now)
    {
        foreach (var rule in version.Rules)
            db.AddEvent(new SharingRuleChanged
            {
                EventId = Guid.CreateVersion7(),
                OccurredAt = now,
                AggregateId = directory.Id,
                Sequence = directory.Next(),
                Number = version.Number,
                StartsOn = version.StartsOn,
                Basis = GrantBases.CodeOf(ReferralCodes.GrantBasisOf(rule.Basis)),
                Recipients = [.. rule.Recipients.Select(AgencyKinds.CodeOf)],
                Meetings = rule.Meetings,
                ApproverRequired = rule.ApproverRequired,
                LongestHours = rule.LongestHours,
                Givers = rule.Givers,
            });
    }

    /// <summary>What has been told is how the directory stands.</summary>
    public static void Confirm(this ReferralDbContext db, DirectoryHead directory, DateTimeOffset now)
    {
        directory.Confirm(now);
        db.AddEvent(new DirectoryConfirmed
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = now,
            AggregateId = directory.Id,
            Sequence = directory.Next(),
            CompleteFrom = directory.CompleteFrom,
        });
    }

    /// <summary>Tells of every entry anew, so that a service that missed something is complete again.</summary>
    /// <returns>How many entries there are.</returns>
    public static async Task<int> PublishAllAsync(this ReferralDbContext db, DirectoryHead directory, DateTimeOffset now, CancellationToken ct)
    {
        var agencies = await db.Agencies.AsNoTracking().OrderBy(row => row.Id).ToListAsync(ct);
        var agreements = await db.Agreements.AsNoTracking().OrderBy(row => row.Id).ToListAsync(ct);
        var staff = await db.Staff.AsNoTracking().OrderBy(row => row.Id).ToListAsync(ct);
        // Those of earlier days too: what was sent before midnight is judged by them after it.
        var rules = await db.SharingRules.AsNoTracking().Where(row => row.State == RulesState.Approved).OrderBy(row => row.Number).ToListAsync(ct);
        directory.BeginPublication();
        // Rules first: what somebody may see is asked as soon as they are known.
        foreach (var version in rules)
            db.Announce(directory, version, now);
        agencies.ForEach(agency => db.Announce(directory, agency, now));
        agreements.ForEach(agreement => db.Announce(directory, agreement, now));
        staff.ForEach(member => db.Announce(directory, member, now));
        db.Confirm(directory, now);
        return agencies.Count + agreements.Count + staff.Count + rules.Sum(version => version.Rules.Count);
    }
}
