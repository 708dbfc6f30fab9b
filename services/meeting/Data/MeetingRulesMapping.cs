using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tsunagu.Meetings.Domain;
using Tsunagu.ServiceDefaults.Rules;

namespace Tsunagu.Meetings.Data;

sealed class MeetingRulesMapping : IEntityTypeConfiguration<MeetingRules>
{
    public void Configure(EntityTypeBuilder<MeetingRules> builder)
    {
        builder.MapVersion("meeting_rules_versions");
        builder.OwnsMany(row => row.Rules, rule =>
        {
            rule.ToTable("meeting_rules");
            rule.WithOwner().HasForeignKey("number");
            rule.Property<int>("number");
            rule.HasKey("number", nameof(MeetingRule.Kind));
            rule.PrimitiveCollection(it => it.ConvenerKinds).HasColumnType("text[]");
            rule.PrimitiveCollection(it => it.ConvenerAgencies).HasColumnName("convener_agency_ids").HasColumnType("text[]");
            rule.Ignore(it => it.IsOpen);
        });
    }
}
