using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Tsunagu.ServiceDefaults.Data;

#nullable disable

namespace Tsunagu.Notifications.Data.Migrations
{
    /// <summary>Lines of inboxes are written of what the household service tells as well.</summary>
    [DbContext(typeof(NotificationDbContext))]
    [Migration("20261124020100_HouseholdNews")]
    public class HouseholdNews : Migration
    {
        const string Told = "consumer:notification-household";

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Admit("inbox_items", Told, writes: true);

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Dismiss("inbox_items", Told);
    }
}
