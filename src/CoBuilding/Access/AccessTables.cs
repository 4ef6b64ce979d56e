using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Access;

public static class AccessTables
{
    extension(PortalDb db)
    {
        public DbSet<Account> Accounts => db.Set<Account>();
        public DbSet<Session> Sessions => db.Set<Session>();
        public DbSet<Grant> Grants => db.Set<Grant>();
        public DbSet<Link> Links => db.Set<Link>();
        public DbSet<CalendarFeed> CalendarFeeds => db.Set<CalendarFeed>();
        public DbSet<JournalEntry> Journal => db.Set<JournalEntry>();

        /// <summary>Revokes all links to this row.</summary>
        /// <exception cref="NotFound">It is not within reach.</exception>
        internal async Task RevokeLinksAsync<T>(IQueryable<T> subjects, Guid id, CancellationToken ct)
            where T : Tenanted
        {
            var subject = await PortalDb.FindAsync(subjects, id, ct);
            foreach (var link in await db.Set<Link>().Where(l => l.SubjectId == subject.Id && l.RevokedAt == null).ToListAsync(ct))
                link.RevokedAt = db.Now;
        }

        /// <summary>Sets a new end for the active links to subjects within this row.</summary>
        internal async Task KeepLinksAsync(Guid withinId, DateTimeOffset until, CancellationToken ct)
        {
            foreach (
                var link in await db.Set<Link>()
                    .Where(l => l.WithinId == withinId && l.RevokedAt == null && l.ExpiresAt != until)
                    .ToListAsync(ct)
            )
                link.ExpiresAt = until;
        }
    }

    internal sealed class ForAccount : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> table)
        {
            table.ToTable("accounts").ReachedBy(a => a.PlaceId, a => a.UnitId, a => a.Id);
            table.HasIndex(a => new { a.TenantId, a.NormalizedLogin }).IsUnique().HasDatabaseName("ux_accounts_login");
            table.Refuses("ux_accounts_login", "Access.LoginIsTaken");
            table.HasIndex(a => new { a.TenantId, a.PersonId });
            table.Property(a => a.Login).HasMaxLength(Account.LongestLogin);
            table.Property(a => a.NormalizedLogin).HasMaxLength(Account.LongestLogin);
            table.Property(a => a.DisplayName).HasMaxLength(80);
        }
    }

    internal sealed class ForSession : IEntityTypeConfiguration<Session>
    {
        public void Configure(EntityTypeBuilder<Session> table)
        {
            table.ToTable("sessions").ReachedBy(subject: s => s.AccountId);
            table.HasIndex(s => new { s.TenantId, s.SecretHash }).IsUnique();
            table.HasIndex(s => new { s.TenantId, s.AccountId });
            table.HasOne<Account>().WithMany().HasForeignKey(s => new { s.TenantId, s.AccountId }).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ForGrant : IEntityTypeConfiguration<Grant>
    {
        public void Configure(EntityTypeBuilder<Grant> table)
        {
            table
                .ToTable("grants", t => t.HasCheckConstraint("ck_grants_dates", "until IS NULL OR until >= \"from\""))
                .ReachedBy(g => g.PlaceId, g => g.UnitId);
            table.HasIndex(g => new { g.TenantId, g.AccountId });
            table.HasIndex(g => new { g.TenantId, g.PostId });
            table.HasOne<Account>().WithMany().HasForeignKey(g => new { g.TenantId, g.AccountId }).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ForLink : IEntityTypeConfiguration<Link>
    {
        public void Configure(EntityTypeBuilder<Link> table)
        {
            table.ToTable("links").ReachedBy(l => l.PlaceId, l => l.UnitId, l => l.SubjectId);
            table.HasIndex(l => new { l.TenantId, l.TokenHash }).IsUnique();
            table.HasIndex(l => new { l.TenantId, l.SubjectId });
        }
    }

    internal sealed class ForCalendarFeed : IEntityTypeConfiguration<CalendarFeed>
    {
        public void Configure(EntityTypeBuilder<CalendarFeed> table)
        {
            table.ToTable("calendar_feeds").ReachedBy(subject: f => f.AccountId);
            table.HasIndex(f => new { f.TenantId, f.TokenHash }).IsUnique();
            table.HasIndex(f => new { f.TenantId, f.AccountId });
            table.HasOne<Account>().WithMany().HasForeignKey(f => new { f.TenantId, f.AccountId }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
