using Microsoft.EntityFrameworkCore;
using Tsunagu.Households.Data;
using Tsunagu.Households.Linking;

namespace Tsunagu.Households;

/// <summary>A pair with all that staff need to decide about it.</summary>
sealed record LinkRow(PossibleLink Link, InvolvementRecord Record, InvolvementDescription? Described, Resident Resident, string FileName, DateTimeOffset ReceivedAt)
{
    public static IQueryable<LinkRow> Query(HouseholdDbContext db, IQueryable<PossibleLink> links) =>
        from link in links.AsNoTracking()
        join record in db.Involvements on link.InvolvementId equals record.Id
        join resident in db.Residents on link.ResidentId equals resident.Id
        join import in db.Imports on record.ImportId equals import.Id
        join described in db.InvolvementDescriptions on record.Id equals described.InvolvementId into descriptions
        from description in descriptions.DefaultIfEmpty()
        orderby link.Score descending, link.Id
        select new LinkRow(link, record, description, resident, import.FileName, import.ReceivedAt);
}
