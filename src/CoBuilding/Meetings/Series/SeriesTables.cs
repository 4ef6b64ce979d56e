using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Meetings.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Meetings.Series;

public static class SeriesTables
{
    extension(PortalDb db)
    {
        public DbSet<MeetingSeries> MeetingSeries => db.Set<MeetingSeries>();
        public DbSet<PeriodReason> PeriodReasons => db.Set<PeriodReason>();
    }

    internal sealed class ForMeetingSeries : IEntityTypeConfiguration<MeetingSeries>
    {
        public void Configure(EntityTypeBuilder<MeetingSeries> table)
        {
            table
                .ToTable(
                    "meeting_series",
                    t =>
                        t.HasCheckConstraint(
                            "ck_meeting_series_days",
                            "usual_month BETWEEN 1 AND 12 AND usual_from BETWEEN 1 AND 31 AND usual_until BETWEEN "
                                + $"usual_from AND 31 AND ahead_days BETWEEN 0 AND {MeetingSeries.MostAheadDays} AND stopped_on >= begun_on"
                        )
                )
                .ReachedBy(s => s.PlaceId);
            table.Property(s => s.Title).HasMaxLength(MeetingSeries.LongestTitle);
            table.Property(s => s.StoppedBecause).HasMaxLength(200);
            table
                .HasIndex(s => new
                {
                    s.TenantId,
                    s.CommitteeId,
                    s.KindId,
                })
                .IsUnique()
                .HasFilter("stopped_on IS NULL")
                .HasDatabaseName("ux_meeting_series_running");
            table.Refuses("ux_meeting_series_running", "Series.RunsAlready");
            table.HasOne<Committee>().WithMany().HasForeignKey(s => new { s.TenantId, s.CommitteeId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<MeetingWord>().WithMany().HasForeignKey(s => new { s.TenantId, s.KindId }).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ForPeriodReason : IEntityTypeConfiguration<PeriodReason>
    {
        public void Configure(EntityTypeBuilder<PeriodReason> table)
        {
            table.ToTable("period_reasons").ReachedBy(r => r.PlaceId);
            table.Property(r => r.Reason).HasMaxLength(200);
            table
                .HasIndex(r => new
                {
                    r.TenantId,
                    r.SeriesId,
                    r.FirstDay,
                })
                .IsUnique();
            table.HasOne<MeetingSeries>().WithMany().HasForeignKey(r => new { r.TenantId, r.SeriesId }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
