using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Nominations;

public static class NominationsTables
{
    extension(PortalDb db)
    {
        public DbSet<Nomination> Nominations => db.Set<Nomination>();
        public DbSet<NominationStep> NominationSteps => db.Set<NominationStep>();
        public DbSet<NominationChain> NominationChains => db.Set<NominationChain>();
    }

    internal sealed class ForNomination : IEntityTypeConfiguration<Nomination>
    {
        public void Configure(EntityTypeBuilder<Nomination> table)
        {
            table.ToTable("nominations").ReachedBy(n => n.PlaceId, n => n.UnitId);
            table.Ignore(n => n.IsUnderWay);
            table.Property(n => n.SeatTitle).HasMaxLength(40);
            table.Property(n => n.PartyPost).HasMaxLength(60);
            table.Property(n => n.AdministrativePost).HasMaxLength(60);
            table.Property(n => n.Rank).HasMaxLength(40);
            table.Property(n => n.DoublePostReason).HasMaxLength(200);
            table
                .HasIndex(n => new
                {
                    n.TenantId,
                    n.CommitteeId,
                    n.PersonId,
                })
                .IsUnique()
                .HasFilter("state NOT IN ('Appointed', 'Rejected', 'Withdrawn')")
                .HasDatabaseName("ux_nominations_person");
            table.Refuses("ux_nominations_person", "Nominations.AlreadyNominated");
            table.HasIndex(n => new { n.TenantId, n.SeatId });
            table.HasIndex(n => new { n.TenantId, n.UnitId });
            table.HasIndex(n => new { n.TenantId, n.RenewalId });
            table.HasOne<Committee>().WithMany().HasForeignKey(n => new { n.TenantId, n.CommitteeId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Seat>().WithMany().HasForeignKey(n => new { n.TenantId, n.SeatId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<ResidentUnit>().WithMany().HasForeignKey(n => new { n.TenantId, n.UnitId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Person>().WithMany().HasForeignKey(n => new { n.TenantId, n.PersonId }).OnDelete(DeleteBehavior.Restrict);
            table
                .HasOne<Appointment>()
                .WithMany()
                .HasForeignKey(n => new { n.TenantId, n.AppointmentId })
                .OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Renewal>().WithMany().HasForeignKey(n => new { n.TenantId, n.RenewalId }).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ForNominationStep : IEntityTypeConfiguration<NominationStep>
    {
        public void Configure(EntityTypeBuilder<NominationStep> table)
        {
            table.ToTable("nomination_steps").ReachedBy(s => s.PlaceId, s => s.UnitId);
            table.Property(s => s.DocumentNumber).HasMaxLength(60);
            table.Property(s => s.Remark).HasMaxLength(500);
            table.HasIndex(s => new { s.TenantId, s.NominationId });
            table.HasOne<Nomination>().WithMany().HasForeignKey(s => new { s.TenantId, s.NominationId }).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ForNominationChain : IEntityTypeConfiguration<NominationChain>
    {
        public void Configure(EntityTypeBuilder<NominationChain> table)
        {
            table
                .ToTable("nomination_chains", t => t.HasCheckConstraint("ck_nomination_chains_days", "publicity_workdays BETWEEN 1 AND 30"))
                .DistrictWide("a setting of the whole district, by which every nomination goes");
            table.Ignore(c => c.IsOff);
            table.HasIndex(c => c.TenantId).IsUnique();
        }
    }
}
