using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Tsunagu.ServiceDefaults.Data;
using Wall = Tsunagu.ServiceDefaults.Data.RowSecurity;

#nullable disable

namespace Tsunagu.Notifications.Data.Migrations
{
    /// <summary>Row-level security: an agency sees and changes what is its own, addressed to it or granted to it; programs by name.</summary>
    [DbContext(typeof(NotificationDbContext))]
    [Migration("20261122065500_RowSecurity")]
    public class RowSecurity : Migration
    {
        const string Referrals = "consumer:notification-referral";
        const string Intake = "consumer:notification-intake";
        const string Meetings = "consumer:notification-meeting";
        const string Operations = "consumer:notification-operations";
        const string Delivery = "job:webhook-delivery";
        const string Backlog = "job:webhook-backlog";

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.GuardGrants();
            const string own = $"agency_id = {Wall.Agency}";
            const string addressed = $"{own} and (staff_id is null or staff_id = {Wall.Staff})";
            migrationBuilder.Guard("inbox_items", addressed, "false", Referrals, Intake, Meetings, Operations);
            migrationBuilder.Guard("inbox_reads", $"staff_id = {Wall.Staff}", $"staff_id = {Wall.Staff} and exists (select from inbox_items i where i.id = item_id)");
            migrationBuilder.Guard("deliveries", own, own, Referrals, Delivery);
            migrationBuilder.Admit("deliveries", Backlog, writes: false);
            migrationBuilder.Guard("subscriptions", own, "false", Referrals, Delivery);
            migrationBuilder.Guard("referral_events", $"from_agency_id = {Wall.Agency} or to_agency_id = {Wall.Agency}", "false", Referrals);
            migrationBuilder.Admit("referral_events", Delivery, writes: false);
            migrationBuilder.Admit("referral_events", Backlog, writes: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Dismiss("referral_events", Backlog);
            migrationBuilder.Dismiss("referral_events", Delivery);
            migrationBuilder.Unguard("referral_events");
            migrationBuilder.Unguard("subscriptions");
            migrationBuilder.Dismiss("deliveries", Backlog);
            migrationBuilder.Unguard("deliveries");
            migrationBuilder.Unguard("inbox_reads");
            migrationBuilder.Unguard("inbox_items");
            migrationBuilder.UnguardGrants();
        }
    }
}
