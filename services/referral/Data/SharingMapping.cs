using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tsunagu.Referrals.Domain;
using Tsunagu.ServiceDefaults.Rules;

namespace Tsunagu.Referrals.Data;

sealed class SharingMapping : IEntityTypeConfiguration<SharingRules>
{
    public void Configure(EntityTypeBuilder<SharingRules> builder)
    {
        builder.MapVersion("sharing_rules_versions");
        builder.OwnsMany(row => row.Rules, rule =>
        {
            rule.ToTable("sharing_rules");
            rule.WithOwner().HasForeignKey("number");
            rule.Property<int>("number");
            rule.HasKey("number", nameof(SharingRule.Basis));
            rule.Property(it => it.Basis).HasConversion<string>().HasMaxLength(40);
            rule.Property(it => it.Recipients).HasColumnType("text[]").HasConversion(
                kinds => kinds.Select(AgencyKinds.CodeOf).ToArray(),
                codes => codes.Select(AgencyKinds.Parse).ToList(),
                // Rules never change.
                new ValueComparer<IReadOnlyList<AgencyKind>>((one, other) => ReferenceEquals(one, other), kinds => kinds.Count, kinds => kinds));
            rule.PrimitiveCollection(it => it.Givers).HasColumnType("text[]");
        });
        builder.Navigation(row => row.Rules).HasField("_rules").UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}
