using CoBuilding.Committees;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Meetings.Agendas;

public static class PlansTables
{
    extension(PortalDb db)
    {
        public DbSet<MeetingPlan> MeetingPlans => db.Set<MeetingPlan>();
        public DbSet<TopicCall> TopicCalls => db.Set<TopicCall>();
    }

    internal sealed class ForMeetingPlan : IEntityTypeConfiguration<MeetingPlan>
    {
        public void Configure(EntityTypeBuilder<MeetingPlan> table)
        {
            table
                .ToTable("meeting_plans", t => t.HasCheckConstraint("ck_meeting_plans_days", "last_day >= first_day"))
                .ReachedBy(p => p.PlaceId, subject: p => p.Id);
            table.Ignore(p => p.LinksEnd);
            table.Property(p => p.Title).HasMaxLength(100);
            table.Property(p => p.WithdrawnBecause).HasMaxLength(200);
            table.HasIndex(p => new { p.TenantId, p.CommitteeId });
            table.HasIndex(p => new { p.TenantId, p.MeetingId });
            table.HasOne<Committee>().WithMany().HasForeignKey(p => new { p.TenantId, p.CommitteeId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Meeting>().WithMany().HasForeignKey(p => new { p.TenantId, p.MeetingId }).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ForTopicCall : IEntityTypeConfiguration<TopicCall>
    {
        public void Configure(EntityTypeBuilder<TopicCall> table)
        {
            table.ToTable("topic_calls").ReachedBy(c => c.PlaceId, c => c.UnitId, c => c.Id);
            table
                .HasIndex(c => new
                {
                    c.TenantId,
                    c.PlanId,
                    c.SeatId,
                })
                .IsUnique();
            table.HasIndex(c => new { c.TenantId, c.UnitId });
            table.HasIndex(c => new { c.TenantId, c.SeatId });
            table.HasOne<MeetingPlan>().WithMany().HasForeignKey(c => new { c.TenantId, c.PlanId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Seat>().WithMany().HasForeignKey(c => new { c.TenantId, c.SeatId }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
