using CoBuilding.Data;
using CoBuilding.Documents.Files;
using CoBuilding.Meetings.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Meetings.Agendas;

public static class TopicsTables
{
    extension(PortalDb db)
    {
        public DbSet<Topic> Topics => db.Set<Topic>();
        public DbSet<TopicAttachment> TopicAttachments => db.Set<TopicAttachment>();
    }

    internal sealed class ForTopic : IEntityTypeConfiguration<Topic>
    {
        public void Configure(EntityTypeBuilder<Topic> table)
        {
            table.ToTable("topics").ReachedBy(t => t.PlaceId, t => t.UnitId, t => t.CallId);
            table.Property(t => t.Title).HasMaxLength(200);
            table.Property(t => t.Necessity).HasMaxLength(500);
            table.Property(t => t.ProposedBy).HasMaxLength(40);
            table.Property(t => t.Answer).HasMaxLength(300);
            table.HasIndex(t => new { t.TenantId, t.PlanId });
            table.HasIndex(t => new { t.TenantId, t.CallId });
            table.HasOne<MeetingPlan>().WithMany().HasForeignKey(t => new { t.TenantId, t.PlanId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<TopicCall>().WithMany().HasForeignKey(t => new { t.TenantId, t.CallId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<MeetingWord>().WithMany().HasForeignKey(t => new { t.TenantId, t.CategoryId }).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ForTopicAttachment : IEntityTypeConfiguration<TopicAttachment>
    {
        public void Configure(EntityTypeBuilder<TopicAttachment> table)
        {
            table.ToTable("topic_attachments").ReachedBy(a => a.PlaceId, a => a.UnitId, a => a.CallId);
            table.HasIndex(a => new { a.TenantId, a.TopicId });
            table.HasIndex(a => new { a.TenantId, a.FileId }).IsUnique();
            table.HasOne<Topic>().WithMany().HasForeignKey(a => new { a.TenantId, a.TopicId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<KeptFile>().WithMany().HasForeignKey(a => new { a.TenantId, a.FileId }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
