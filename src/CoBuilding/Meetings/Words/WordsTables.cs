using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Meetings.Words;

public static class WordsTables
{
    extension(PortalDb db)
    {
        public DbSet<MeetingWord> MeetingWords => db.Set<MeetingWord>();
    }

    internal sealed class ForMeetingWord : IEntityTypeConfiguration<MeetingWord>
    {
        public void Configure(EntityTypeBuilder<MeetingWord> table)
        {
            table.ToTable("meeting_words").DistrictWide("the district's own words, the same in every meeting");
            table.Ignore(w => w.Said).Ignore(w => w.MeetingKind);
            table.Property(w => w.Standard).HasMaxLength(30);
            table.Property(w => w.Name).HasMaxLength(MeetingWord.LongestName);
            table
                .HasIndex(w => new
                {
                    w.TenantId,
                    w.List,
                    w.Name,
                })
                .IsUnique()
                .HasDatabaseName("ux_meeting_words_name");
            table.Refuses("ux_meeting_words_name", "Words.NameIsTaken");
        }
    }
}
