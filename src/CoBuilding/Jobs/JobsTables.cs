using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Jobs;

public static class JobsTables
{
    extension(PortalDb db)
    {
        public DbSet<Message> Messages => db.Set<Message>();
        public DbSet<Channel> Channels => db.Set<Channel>();
        public DbSet<MessageSetting> MessageSettings => db.Set<MessageSetting>();
    }

    internal sealed class ForMessage : IEntityTypeConfiguration<Message>
    {
        public void Configure(EntityTypeBuilder<Message> table)
        {
            table.ToTable("messages").ReachedBy(m => m.PlaceId);
            table.Property(m => m.Writer).HasMaxLength(40);
            table.Property(m => m.Detail).HasMaxLength(40);
            table.HasIndex(m => new { m.TenantId, m.DueAt }).HasFilter("state = 'Waiting'").HasDatabaseName("ix_messages_waiting");
            table.HasIndex(m => new { m.TenantId, m.ClaimedAt }).HasFilter("state = 'Sending'").HasDatabaseName("ix_messages_sending");
            table.HasIndex(m => new { m.TenantId, m.WithinId });
            table.HasIndex(m => new { m.TenantId, m.SubjectId });
        }
    }

    internal sealed class ForChannel : IEntityTypeConfiguration<Channel>
    {
        public void Configure(EntityTypeBuilder<Channel> table)
        {
            table.ToTable("channels").DistrictWide("settings of the whole district, by which its messages go");
            table.Property(c => c.Host).HasMaxLength(253);
            table.Property(c => c.UserName).HasMaxLength(100);
            table.Property(c => c.Password).HasMaxLength(200);
            table.Property(c => c.Sender).HasMaxLength(100);
            table.Property(c => c.SenderName).HasMaxLength(60);
            table.Property(c => c.Url).HasMaxLength(1000);
            table.Property(c => c.Headers).HasMaxLength(2000);
            table.Property(c => c.Body).HasMaxLength(4000);
            table.Property(c => c.SuccessField).HasMaxLength(100);
            table.Property(c => c.SuccessMark).HasMaxLength(100);
            table.HasIndex(c => new { c.TenantId, c.Kind }).IsUnique();
        }
    }

    internal sealed class ForMessageSetting : IEntityTypeConfiguration<MessageSetting>
    {
        public void Configure(EntityTypeBuilder<MessageSetting> table)
        {
            table
                .ToTable("message_settings", t => t.HasCheckConstraint("ck_message_settings_hours", "hours_until > hours_from"))
                .DistrictWide("a setting of the whole district, by which its messages go");
            table.Property(s => s.PortalAddress).HasMaxLength(200);
            table.HasIndex(s => s.TenantId).IsUnique();
        }
    }
}
