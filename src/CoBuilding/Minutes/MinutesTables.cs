using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Resolutions;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Minutes;

public static class MinutesTables
{
    extension(PortalDb db)
    {
        public DbSet<MeetingMinutes> Minutes => db.Set<MeetingMinutes>();
        public DbSet<MinutesItem> MinutesItems => db.Set<MinutesItem>();
        public DbSet<MinutesStep> MinutesSteps => db.Set<MinutesStep>();
        public DbSet<Countersign> Countersigns => db.Set<Countersign>();
        public DbSet<MinutesSetting> MinutesSettings => db.Set<MinutesSetting>();
    }

    internal sealed class ForMeetingMinutes : IEntityTypeConfiguration<MeetingMinutes>
    {
        public void Configure(EntityTypeBuilder<MeetingMinutes> table)
        {
            table.ToTable("minutes").ReachedBy(m => m.PlaceId, subject: m => m.Id);
            table.Property(m => m.Chair).HasMaxLength(60);
            table.Property(m => m.Recorder).HasMaxLength(60);
            table.Property(m => m.Observers).HasMaxLength(1000);
            table.Property(m => m.DocumentNumber).HasMaxLength(60);
            table.HasIndex(m => new { m.TenantId, m.MeetingId }).IsUnique().HasDatabaseName("ux_minutes_meeting");
            table.Refuses("ux_minutes_meeting", "Minutes.AlreadyBegun");
            table.HasIndex(m => new { m.TenantId, m.CommitteeId });
            table.HasOne<Meeting>().WithMany().HasForeignKey(m => new { m.TenantId, m.MeetingId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Committee>().WithMany().HasForeignKey(m => new { m.TenantId, m.CommitteeId }).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ForMinutesItem : IEntityTypeConfiguration<MinutesItem>
    {
        public void Configure(EntityTypeBuilder<MinutesItem> table)
        {
            table
                .ToTable(
                    "minutes_items",
                    t => t.HasCheckConstraint("ck_minutes_items_votes", "votes_for >= 0 AND votes_against >= 0 AND votes_abstained >= 0")
                )
                .ReachedBy(i => i.PlaceId, subject: i => i.MinutesId);
            table.Property(i => i.Said).HasMaxLength(SaveMinutesText.LongestText);
            table.Property(i => i.Reservations).HasMaxLength(2000);
            table
                .HasIndex(i => new
                {
                    i.TenantId,
                    i.MinutesId,
                    i.AgendaItemId,
                })
                .IsUnique();
            table.HasIndex(i => new { i.TenantId, i.AgendaItemId });
            table.HasOne<MeetingMinutes>().WithMany().HasForeignKey(i => new { i.TenantId, i.MinutesId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<AgendaItem>().WithMany().HasForeignKey(i => new { i.TenantId, i.AgendaItemId }).OnDelete(DeleteBehavior.Restrict);
            // Here and not beside the column: resolutions know no minutes.
            table
                .HasMany<Resolution>()
                .WithOne()
                .HasForeignKey(r => new { r.TenantId, r.MinutesItemId })
                .OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ForMinutesStep : IEntityTypeConfiguration<MinutesStep>
    {
        public void Configure(EntityTypeBuilder<MinutesStep> table)
        {
            table.ToTable("minutes_steps").ReachedBy(s => s.PlaceId, subject: s => s.MinutesId);
            table.Property(s => s.Reason).HasMaxLength(500);
            table.Property(s => s.KeptText).HasColumnType("jsonb");
            table.HasIndex(s => new { s.TenantId, s.MinutesId });
            table.HasOne<MeetingMinutes>().WithMany().HasForeignKey(s => new { s.TenantId, s.MinutesId }).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ForCountersign : IEntityTypeConfiguration<Countersign>
    {
        public void Configure(EntityTypeBuilder<Countersign> table)
        {
            table.ToTable("countersigns").ReachedBy(c => c.PlaceId, c => c.UnitId, c => c.Id);
            table.Ignore(c => c.WaitsForHost);
            table.Property(c => c.Comments).HasMaxLength(2000);
            table.Property(c => c.AnsweredBy).HasMaxLength(40);
            table.Property(c => c.AnsweredFor).HasMaxLength(40);
            table.Property(c => c.ToldBy).HasMaxLength(40);
            table.Property(c => c.Settlement).HasMaxLength(1000);
            table
                .HasIndex(c => new
                {
                    c.TenantId,
                    c.MinutesId,
                    c.CountersignRound,
                    c.UnitId,
                })
                .IsUnique();
            table.HasIndex(c => new { c.TenantId, c.UnitId });
            table.HasIndex(c => new { c.TenantId, c.MeetingId });
            table.HasOne<MeetingMinutes>().WithMany().HasForeignKey(c => new { c.TenantId, c.MinutesId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Meeting>().WithMany().HasForeignKey(c => new { c.TenantId, c.MeetingId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<ResidentUnit>().WithMany().HasForeignKey(c => new { c.TenantId, c.UnitId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Seat>().WithMany().HasForeignKey(c => new { c.TenantId, c.SeatId }).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ForMinutesSetting : IEntityTypeConfiguration<MinutesSetting>
    {
        public void Configure(EntityTypeBuilder<MinutesSetting> table)
        {
            table
                .ToTable("minutes_settings", t => t.HasCheckConstraint("ck_minutes_settings_days", "countersign_workdays BETWEEN 1 AND 30"))
                .DistrictWide("a setting of the whole district, by which all minutes go");
            table.HasIndex(s => s.TenantId).IsUnique();
        }
    }
}
