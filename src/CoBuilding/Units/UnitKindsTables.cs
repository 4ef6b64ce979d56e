using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Units;

public static class UnitKindsTables
{
    extension(PortalDb db)
    {
        public DbSet<DistrictUnitKind> UnitKinds => db.Set<DistrictUnitKind>();
    }

    internal sealed class ForUnitKind : IEntityTypeConfiguration<DistrictUnitKind>
    {
        public void Configure(EntityTypeBuilder<DistrictUnitKind> table)
        {
            table.ToTable("unit_kinds").DistrictWide("the district's own words, the same in every list");
            table.Ignore(k => k.Words).Ignore(k => k.Said);
            table.Property(k => k.Name).HasMaxLength(DistrictUnitKind.LongestName);
            table.Property(k => k.Aliases).HasMaxLength(DistrictUnitKind.LongestAliases);
            table.HasIndex(k => new { k.TenantId, k.Name }).IsUnique().HasDatabaseName("ux_unit_kinds_name");
            table.Refuses("ux_unit_kinds_name", "UnitKinds.NameIsTaken");
        }
    }
}
