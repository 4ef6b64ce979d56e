using CoBuilding.Data;
using CoBuilding.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Units;

public static class ResidencesTables
{
    extension(PortalDb db)
    {
        public DbSet<Residence> Residences => db.Set<Residence>();
    }

    internal sealed class ForResidence : IEntityTypeConfiguration<Residence>
    {
        public void Configure(EntityTypeBuilder<Residence> table)
        {
            table
                .ToTable(
                    "residences",
                    t => t.HasCheckConstraint("ck_residences_dates", "until IS NULL OR \"from\" IS NULL OR until > \"from\"")
                )
                .ReachedBy(r => r.PlaceId, r => r.UnitId);
            table.NeverOverlaps("ex_residences_unit", ["unit_id"], "\"from\"", "until", "superseded_at IS NULL", "Residences.IsElsewhere");
            table.HasIndex(r => new { r.TenantId, r.UnitId });
            table.HasOne<ResidentUnit>().WithMany().HasForeignKey(r => new { r.TenantId, r.UnitId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Place>().WithMany().HasForeignKey(r => new { r.TenantId, r.PlaceId }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
