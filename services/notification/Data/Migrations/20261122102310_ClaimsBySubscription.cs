using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tsunagu.Notifications.Data.Migrations
{
    /// <inheritdoc />
    public partial class ClaimsBySubscription : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_deliveries_subscription_id_lease_until",
                table: "deliveries",
                columns: new[] { "subscription_id", "lease_until" },
                filter: "lease_until is not null");

            migrationBuilder.CreateIndex(
                name: "ix_deliveries_subscription_id_next_attempt_at_position",
                table: "deliveries",
                columns: new[] { "subscription_id", "next_attempt_at", "position" },
                filter: "state = 'Pending'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_deliveries_subscription_id_lease_until",
                table: "deliveries");

            migrationBuilder.DropIndex(
                name: "ix_deliveries_subscription_id_next_attempt_at_position",
                table: "deliveries");
        }
    }
}
