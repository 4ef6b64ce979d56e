using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Committees;

public static class CommitteeKindsTables
{
    extension(PortalDb db)
    {
        public DbSet<DistrictCommitteeKind> CommitteeKinds => db.Set<DistrictCommitteeKind>();
    }

    internal sealed class ForCommitteeKind : IEntityTypeConfiguration<DistrictCommitteeKind>
    {
        public void Configure(EntityTypeBuilder<DistrictCommitteeKind> table)
        {
            table
                .ToTable(
                    "committee_kinds",
                    t => t.HasCheckConstraint("ck_committee_kinds_range", "(min IS NULL) = (max IS NULL) AND min >= 0 AND max >= min")
                )
                .DistrictWide("the district's own words and settings, the same beside every roster");
            table.Property(k => k.Name).HasMaxLength(DistrictCommitteeKind.LongestName);
            table.Property(k => k.ConvenerTitle).HasMaxLength(DistrictCommitteeKind.LongestTitle);
            table.Property(k => k.DeputyTitle).HasMaxLength(DistrictCommitteeKind.LongestTitle);
            table.Property(k => k.MemberTitle).HasMaxLength(DistrictCommitteeKind.LongestTitle);
            table.HasIndex(k => new { k.TenantId, k.Name }).IsUnique().HasDatabaseName("ux_committee_kinds_name");
            table.Refuses("ux_committee_kinds_name", "CommitteeKinds.NameIsTaken");
        }
    }
}
