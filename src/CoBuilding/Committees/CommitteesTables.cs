using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Committees;

public static class CommitteesTables
{
    extension(PortalDb db)
    {
        public DbSet<Committee> Committees => db.Set<Committee>();
        public DbSet<Seat> Seats => db.Set<Seat>();
        public DbSet<Appointment> Appointments => db.Set<Appointment>();
        public DbSet<Suspension> Suspensions => db.Set<Suspension>();
        public DbSet<CoverageSetting> CoverageSettings => db.Set<CoverageSetting>();
    }

    internal sealed class ForCommittee : IEntityTypeConfiguration<Committee>
    {
        public void Configure(EntityTypeBuilder<Committee> table)
        {
            table.ToTable("committees").ReachedBy(c => c.PlaceId);
            table.Property(c => c.Name).HasMaxLength(100);
            table.ToTable(t => t.HasCheckConstraint("ck_committees_life", "established_on IS NOT NULL OR preparation IS NOT NULL"));
            table.Property(c => c.Aims).HasMaxLength(Committee.LongestAims);
            table.Property(c => c.TermNumber).HasDefaultValue(1);
            table.Property(c => c.ExtensionApproval).HasMaxLength(60);
            table.Property(c => c.DissolutionReason).HasMaxLength(200);
            table
                .HasIndex(c => new
                {
                    c.TenantId,
                    c.PlaceId,
                    c.KindId,
                })
                .IsUnique()
                .HasFilter("dissolved_on IS NULL AND kind NOT IN ('Consortium', 'Own')")
                .HasDatabaseName("ux_committees_kind");
            table.Refuses("ux_committees_kind", "Committees.PlaceHasOne");
            table
                .HasIndex(c => new
                {
                    c.TenantId,
                    c.PlaceId,
                    c.Name,
                })
                .IsUnique()
                .HasFilter("dissolved_on IS NULL AND kind IN ('Consortium', 'Own')")
                .HasDatabaseName("ux_committees_name");
            table.Refuses("ux_committees_name", "Committees.NameIsTaken");
            table
                .HasOne<DistrictCommitteeKind>()
                .WithMany()
                .HasForeignKey(c => new { c.TenantId, c.KindId })
                .OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Place>().WithMany().HasForeignKey(c => new { c.TenantId, c.PlaceId }).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ForSeat : IEntityTypeConfiguration<Seat>
    {
        public void Configure(EntityTypeBuilder<Seat> table)
        {
            table
                .ToTable(
                    "seats",
                    t =>
                    {
                        t.HasCheckConstraint("ck_seats_dates", "until IS NULL OR until > \"from\"");
                        t.HasCheckConstraint(
                            "ck_seats_owner",
                            "(kind = 'PartTime') = (unit_id IS NOT NULL) AND (kind = 'Individual') = (individual_id IS NOT NULL)"
                        );
                    }
                )
                .ReachedBy(s => s.PlaceId, s => s.UnitId);
            table.Property(s => s.Title).HasMaxLength(40);
            table
                .HasIndex(s => new
                {
                    s.TenantId,
                    s.CommitteeId,
                    s.UnitId,
                })
                .IsUnique()
                .HasFilter("until IS NULL AND unit_id IS NOT NULL")
                .HasDatabaseName("ux_seats_unit");
            table.Refuses("ux_seats_unit", "Committees.UnitHasSeat");
            table.HasIndex(s => new { s.TenantId, s.UnitId });
            table.HasOne<Committee>().WithMany().HasForeignKey(s => new { s.TenantId, s.CommitteeId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<ResidentUnit>().WithMany().HasForeignKey(s => new { s.TenantId, s.UnitId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Person>().WithMany().HasForeignKey(s => new { s.TenantId, s.IndividualId }).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ForAppointment : IEntityTypeConfiguration<Appointment>
    {
        public void Configure(EntityTypeBuilder<Appointment> table)
        {
            table
                .ToTable("appointments", t => t.HasCheckConstraint("ck_appointments_dates", "until IS NULL OR until > \"from\""))
                .ReachedBy(a => a.PlaceId, a => a.UnitId);
            table.NeverOverlaps(
                "ex_appointments_seat",
                ["seat_id"],
                "\"from\"",
                "until",
                "superseded_at IS NULL",
                "Committees.SeatIsTaken"
            );
            table.NeverOverlaps(
                "ex_appointments_person",
                ["committee_id", "person_id"],
                "\"from\"",
                "until",
                "superseded_at IS NULL",
                "Committees.PersonSitsTwice"
            );
            table.Property(a => a.LetterNumber).HasMaxLength(40);
            table.Property(a => a.QuotaReason).HasMaxLength(200);
            table.Property(a => a.DoublePostReason).HasMaxLength(200);
            table.Property(a => a.EndRemark).HasMaxLength(200);
            table.Property(a => a.CorrectionReason).HasMaxLength(200);
            table.Property(a => a.WithdrawalReason).HasMaxLength(200);
            table.HasIndex(a => new { a.TenantId, a.SeatId });
            table.HasIndex(a => new { a.TenantId, a.CommitteeId });
            table.HasIndex(a => new { a.TenantId, a.PersonId });
            table.HasOne<Seat>().WithMany().HasForeignKey(a => new { a.TenantId, a.SeatId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Person>().WithMany().HasForeignKey(a => new { a.TenantId, a.PersonId }).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ForSuspension : IEntityTypeConfiguration<Suspension>
    {
        public void Configure(EntityTypeBuilder<Suspension> table)
        {
            table
                .ToTable("suspensions", t => t.HasCheckConstraint("ck_suspensions_dates", "until IS NULL OR until > \"from\""))
                .ReachedBy(s => s.PlaceId, s => s.UnitId);
            table.NeverOverlaps(
                "ex_suspensions_seat",
                ["seat_id"],
                "\"from\"",
                "until",
                "superseded_at IS NULL",
                "Committees.SeatIsSuspended"
            );
            table.Property(s => s.Reason).HasMaxLength(200);
            table.HasIndex(s => new { s.TenantId, s.SeatId });
            table.HasOne<Seat>().WithMany().HasForeignKey(s => new { s.TenantId, s.SeatId }).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ForCoverageSetting : IEntityTypeConfiguration<CoverageSetting>
    {
        public void Configure(EntityTypeBuilder<CoverageSetting> table)
        {
            table
                .ToTable("coverage_settings")
                .DistrictWide("a setting of the whole district, part of the definition shown beside the figure");
            table.HasIndex(s => s.TenantId).IsUnique();
        }
    }
}
