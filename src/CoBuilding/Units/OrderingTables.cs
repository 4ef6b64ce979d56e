using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Units;

public static class OrderingTables
{
    extension(PortalDb db)
    {
        public DbSet<RankTitle> RankTitles => db.Set<RankTitle>();
        public DbSet<PeopleSetting> PeopleSettings => db.Set<PeopleSetting>();
    }

    internal sealed class ForRankTitle : IEntityTypeConfiguration<RankTitle>
    {
        public void Configure(EntityTypeBuilder<RankTitle> table)
        {
            table.ToTable("rank_titles").DistrictWide("the district's own order, the same in every list");
            table.Property(r => r.Title).HasMaxLength(60);
            table.HasIndex(r => new { r.TenantId, r.Title }).IsUnique().HasDatabaseName("ux_rank_titles_title");
        }
    }

    internal sealed class ForPeopleSetting : IEntityTypeConfiguration<PeopleSetting>
    {
        public void Configure(EntityTypeBuilder<PeopleSetting> table)
        {
            table.ToTable("people_settings").DistrictWide("a setting of the whole district");
            table.HasIndex(s => s.TenantId).IsUnique();
        }
    }
}
