using CoBuilding.Data;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Committees.CrossAppointments;

public static class CrossAppointmentsTables
{
    extension(PortalDb db)
    {
        public DbSet<CrossAppointment> CrossAppointments => db.Set<CrossAppointment>();
        public DbSet<LapseAcknowledgment> LapseAcknowledgments => db.Set<LapseAcknowledgment>();
    }

    internal sealed class ForCrossAppointment : IEntityTypeConfiguration<CrossAppointment>
    {
        public void Configure(EntityTypeBuilder<CrossAppointment> table)
        {
            table
                .ToTable(
                    "cross_appointments",
                    t => t.HasCheckConstraint("ck_cross_appointments_dates", "until IS NULL OR until > \"from\"")
                )
                .ReachedBy(a => a.PlaceId, a => a.UnitId);
            table.Ignore(a => a.IsUnderWay);
            table.Property(a => a.Title).HasMaxLength(60);
            table.Property(a => a.DocumentNumber).HasMaxLength(60);
            table.Property(a => a.Remark).HasMaxLength(200);
            table.Property(a => a.ToldBy).HasMaxLength(40);
            table
                .HasIndex(a => new
                {
                    a.TenantId,
                    a.CommitteeId,
                    a.UnitId,
                    a.PersonId,
                })
                .IsUnique()
                .HasDatabaseName("ux_cross_appointments_open")
                .HasFilter("superseded_at IS NULL AND state IN ('Proposed', 'Studied', 'Approved', 'InOffice')");
            table.Refuses("ux_cross_appointments_open", "CrossAppointments.IsOpenAlready");
            table.HasIndex(a => new { a.TenantId, a.UnitId });
            table.HasIndex(a => new { a.TenantId, a.FirstId });
            table.HasIndex(a => new { a.TenantId, a.PersonId });
            table.HasOne<ResidentUnit>().WithMany().HasForeignKey(a => new { a.TenantId, a.UnitId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Committee>().WithMany().HasForeignKey(a => new { a.TenantId, a.CommitteeId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Person>().WithMany().HasForeignKey(a => new { a.TenantId, a.PersonId }).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ForLapseAcknowledgment : IEntityTypeConfiguration<LapseAcknowledgment>
    {
        public void Configure(EntityTypeBuilder<LapseAcknowledgment> table)
        {
            table.ToTable("lapse_acknowledgments").ReachedBy(a => a.PlaceId, a => a.UnitId);
            table.HasIndex(a => new
            {
                a.TenantId,
                a.UnitId,
                a.CommitteeId,
            });
            table.HasOne<ResidentUnit>().WithMany().HasForeignKey(a => new { a.TenantId, a.UnitId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Committee>().WithMany().HasForeignKey(a => new { a.TenantId, a.CommitteeId }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
