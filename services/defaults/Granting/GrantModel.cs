using Microsoft.EntityFrameworkCore;

namespace Tsunagu.ServiceDefaults.Granting;

/// <summary>The table of grants, in the database of the records they open.</summary>
static class GrantModel
{
    public static void Configure(ModelBuilder modelBuilder) => modelBuilder.Entity<Grant>(grant =>
    {
        grant.ToTable("grants").HasKey(row => row.Id);
        grant.Property(row => row.Id).ValueGeneratedNever();
        grant.Property(row => row.ResourceKind).HasMaxLength(40);
        grant.Property(row => row.Owner).HasColumnName("owner_agency_id");
        grant.Property(row => row.GranteeKind).HasConversion<string>().HasMaxLength(40);
        grant.Property(row => row.GranteeId).HasMaxLength(200);
        grant.PrimitiveCollection(row => row.Items).HasColumnType("text[]");
        grant.PrimitiveCollection(row => row.Purposes).HasColumnType("text[]").HasDefaultValueSql("'{}'");
        grant.Property(row => row.Basis).HasConversion<string>().HasMaxLength(40).HasColumnName("legal_basis");
        grant.Property(row => row.SourceKind).HasMaxLength(40);
        grant.Property(row => row.GrantedBy).HasColumnName("granted_by_staff_id");
        grant.Property(row => row.GrantedByAgency).HasColumnName("granted_by_agency_id");
        grant.Property(row => row.Approver).HasColumnName("approver_staff_id");
        grant.Property(row => row.RevokedBy).HasColumnName("revoked_by_staff_id");
        grant.Property(row => row.Version).IsRowVersion();
        grant.Ignore(row => row.Grantee);
        grant.HasIndex(row => new { row.ResourceKind, row.ResourceId, row.CreatedAt });
        grant.HasIndex(row => new { row.GranteeKind, row.GranteeId, row.CreatedAt });
        grant.HasIndex(row => row.ConsentId).HasFilter("consent_id is not null");
        grant.HasIndex(row => new { row.SourceKind, row.SourceId }).HasFilter("source_id is not null");
    });
}
