using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.ProofRoom.Noticeboard;

public static class NoticeboardTables
{
    extension(PortalDb db)
    {
        public DbSet<Notice> Notices => db.Set<Notice>();
        public DbSet<NoticeTopic> NoticeTopics => db.Set<NoticeTopic>();
        public IQueryable<Notice> HangingNotices => db.Notices.Where(n => n.State == NoticeState.Hanging);
    }

    internal sealed class ForNotice : IEntityTypeConfiguration<Notice>
    {
        public void Configure(EntityTypeBuilder<Notice> table)
        {
            table.ToTable("notices").ReachedBy(n => n.PlaceId, n => n.UnitId);
            table.Property(n => n.Title).HasMaxLength(Notice.LongestTitle);
            table
                .HasIndex(n => new
                {
                    n.TenantId,
                    n.PlaceId,
                    n.Title,
                })
                .IsUnique()
                .HasFilter("state = 'Hanging'")
                .HasDatabaseName("ux_notices_title");
            table.Refuses("ux_notices_title", "Noticeboard.TitleIsTaken");
            table.HasOne<Committee>().WithMany().HasForeignKey(n => new { n.TenantId, n.CommitteeId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<ResidentUnit>().WithMany().HasForeignKey(n => new { n.TenantId, n.UnitId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Person>().WithMany().HasForeignKey(n => new { n.TenantId, n.PersonId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Place>().WithMany().HasForeignKey(n => new { n.TenantId, n.PlaceId }).OnDelete(DeleteBehavior.Restrict);
            table
                .HasOne<NoticeTopic>()
                .WithMany()
                .HasForeignKey(n => new { n.TenantId, n.NoticeTopicId })
                .OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ForNoticeTopic : IEntityTypeConfiguration<NoticeTopic>
    {
        public void Configure(EntityTypeBuilder<NoticeTopic> table)
        {
            table.ToTable("notice_topics").DistrictWide("names of topics: the same for everybody in the district");
            table.Property(t => t.Name).HasMaxLength(40);
        }
    }
}
