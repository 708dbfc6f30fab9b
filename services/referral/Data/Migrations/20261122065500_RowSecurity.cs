using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Tsunagu.ServiceDefaults.Data;
using Wall = Tsunagu.ServiceDefaults.Data.RowSecurity;

#nullable disable

namespace Tsunagu.Referrals.Data.Migrations
{
    /// <summary>Row-level security: an agency sees and changes what is its own, addressed to it or granted to it; programs by name.</summary>
    [DbContext(typeof(ReferralDbContext))]
    [Migration("20261122065500_RowSecurity")]
    public class RowSecurity : Migration
    {
        const string Numbering = "job:referral-event-numbering";
        const string Deadline = "job:referral-deadline";
        const string Ended = "consumer:referral-subscription";
        const string Delivery = "service:notification";
        const string Explain = "handler:explain-access";

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.GuardGrants(Explain);
            const string concerned = $"from_agency_id = {Wall.Agency} or (to_agency_id = {Wall.Agency} and state <> 'Draft')";
            migrationBuilder.Guard("referrals", $"{concerned} or tsunagu_granted('referral', id)", concerned, Deadline);
            migrationBuilder.Admit("referrals", Explain, writes: false);
            // What lies below a sheet follows the sheet.
            const string seen = "exists (select from referrals r where r.id = referral_id)";
            migrationBuilder.Guard("referral_steps", seen, seen);
            const string either = $"from_agency_id = {Wall.Agency} or to_agency_id = {Wall.Agency}";
            migrationBuilder.Guard("referral_events", either, either, Numbering, Deadline);
            const string own = $"agency_id = {Wall.Agency}";
            migrationBuilder.Guard("subscriptions", own, own, Ended);
            migrationBuilder.Admit("subscriptions", Delivery, writes: false);
            // The directory of the suite belongs to no agency.
            migrationBuilder.Guard("agencies", Wall.Anybody, Wall.Anybody);
            migrationBuilder.Guard("staff", Wall.Anybody, Wall.Anybody);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Unguard("staff");
            migrationBuilder.Unguard("agencies");
            migrationBuilder.Dismiss("subscriptions", Delivery);
            migrationBuilder.Unguard("subscriptions");
            migrationBuilder.Unguard("referral_events");
            migrationBuilder.Unguard("referral_steps");
            migrationBuilder.Dismiss("referrals", Explain);
            migrationBuilder.Unguard("referrals");
            migrationBuilder.UnguardGrants();
        }
    }
}
