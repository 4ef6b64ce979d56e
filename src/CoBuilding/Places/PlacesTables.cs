using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Places;

public static class PlacesTables
{
    extension(PortalDb db)
    {
        public DbSet<District> Districts => db.Set<District>();
        public DbSet<Place> Places => db.Set<Place>();
    }

    internal sealed class ForDistrict : IEntityTypeConfiguration<District>
    {
        public void Configure(EntityTypeBuilder<District> table)
        {
            table.ToTable("districts");
            table.HasIndex(d => d.Slug).IsUnique();
            table.Property(d => d.Slug).HasMaxLength(40);
            table.Property(d => d.Code).HasMaxLength(12);
            table.Property(d => d.Name).HasMaxLength(80);
        }
    }

    internal sealed class ForPlace : IEntityTypeConfiguration<Place>
    {
        public void Configure(EntityTypeBuilder<Place> table)
        {
            table.ToTable("places").DistrictWide("official divisions: published, and the same for everybody in the district");
            table.Property(p => p.Code).HasMaxLength(12).UseCollation("C");
            table.Property(p => p.OfficialName).HasMaxLength(120);
            table.Property(p => p.Name).HasMaxLength(120);
            table.Property(p => p.ParentName).HasMaxLength(120);
            table.HasIndex(p => new { p.TenantId, p.Code }).IsUnique();
            table.HasIndex(p => new { p.TenantId, p.ParentId });
            table.HasOne<Place>().WithMany().HasForeignKey(p => new { p.TenantId, p.ParentId }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
