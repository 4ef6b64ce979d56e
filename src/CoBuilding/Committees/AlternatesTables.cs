using CoBuilding.Data;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Committees;

public static class AlternatesTables
{
    extension(PortalDb db)
    {
        public DbSet<Alternate> Alternates => db.Set<Alternate>();
    }

    internal sealed class ForAlternate : IEntityTypeConfiguration<Alternate>
    {
        public void Configure(EntityTypeBuilder<Alternate> table)
        {
            table
                .ToTable("alternates", t => t.HasCheckConstraint("ck_alternates_dates", "until IS NULL OR until > \"from\""))
                .ReachedBy(a => a.PlaceId, a => a.UnitId);
            table.NeverOverlaps("ex_alternates_seat", ["seat_id"], "\"from\"", "until", "superseded_at IS NULL", "Alternates.SeatHasOne");
            table.Property(a => a.ToldBy).HasMaxLength(40);
            table.HasIndex(a => new { a.TenantId, a.SeatId });
            table.HasIndex(a => new { a.TenantId, a.PersonId });
            table.HasOne<Seat>().WithMany().HasForeignKey(a => new { a.TenantId, a.SeatId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Person>().WithMany().HasForeignKey(a => new { a.TenantId, a.PersonId }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
