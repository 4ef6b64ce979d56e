using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Places;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Resolutions;

public static class ResolutionsTables
{
    extension(PortalDb db)
    {
        public DbSet<Resolution> Resolutions => db.Set<Resolution>();
        public DbSet<AssistingUnit> AssistingUnits => db.Set<AssistingUnit>();
        public DbSet<ResolutionStep> ResolutionSteps => db.Set<ResolutionStep>();
    }

    internal sealed class ForResolution : IEntityTypeConfiguration<Resolution>
    {
        public void Configure(EntityTypeBuilder<Resolution> table)
        {
            table
                .ToTable("resolutions", t => t.HasCheckConstraint("ck_resolutions_lead", "(lead_unit_id IS NULL) <> (lead_office IS NULL)"))
                .ReachedBy(r => r.PlaceId, r => r.LeadUnitId, r => r.Id);
            table.Ignore(r => r.IsOpen).Ignore(r => r.WaitsFor);
            table.Property(r => r.Matter).HasMaxLength(500);
            table.Property(r => r.LeadOffice).HasMaxLength(60);
            table.Property(r => r.ContactName).HasMaxLength(60);
            table.HasIndex(r => new
            {
                r.TenantId,
                r.CommitteeId,
                r.State,
            });
            table.HasIndex(r => new { r.TenantId, r.MeetingId });
            table.HasIndex(r => new { r.TenantId, r.MinutesItemId });
            table.HasIndex(r => new { r.TenantId, r.LeadUnitId });
            table.HasIndex(r => new { r.TenantId, r.AbovePlaceId });
            table.HasOne<Committee>().WithMany().HasForeignKey(r => new { r.TenantId, r.CommitteeId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Meeting>().WithMany().HasForeignKey(r => new { r.TenantId, r.MeetingId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<ResidentUnit>().WithMany().HasForeignKey(r => new { r.TenantId, r.LeadUnitId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Place>().WithMany().HasForeignKey(r => new { r.TenantId, r.AbovePlaceId }).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ForAssistingUnit : IEntityTypeConfiguration<AssistingUnit>
    {
        public void Configure(EntityTypeBuilder<AssistingUnit> table)
        {
            table.ToTable("assisting_units").ReachedBy(a => a.PlaceId, a => a.UnitId, a => a.ResolutionId);
            table
                .HasIndex(a => new
                {
                    a.TenantId,
                    a.ResolutionId,
                    a.UnitId,
                })
                .IsUnique();
            table.HasIndex(a => new { a.TenantId, a.UnitId });
            table.HasOne<Resolution>().WithMany().HasForeignKey(a => new { a.TenantId, a.ResolutionId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<ResidentUnit>().WithMany().HasForeignKey(a => new { a.TenantId, a.UnitId }).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class ForResolutionStep : IEntityTypeConfiguration<ResolutionStep>
    {
        public void Configure(EntityTypeBuilder<ResolutionStep> table)
        {
            table.ToTable("resolution_steps").ReachedBy(s => s.PlaceId, s => s.UnitId, s => s.ResolutionId);
            table.Property(s => s.AnsweredBy).HasMaxLength(40);
            table.Property(s => s.AnsweredFor).HasMaxLength(40);
            table.Property(s => s.ToldBy).HasMaxLength(40);
            table.Property(s => s.Note).HasMaxLength(1000);
            table.HasIndex(s => new { s.TenantId, s.ResolutionId });
            table.HasIndex(s => new { s.TenantId, s.UnitId });
            table.HasIndex(s => new { s.TenantId, s.AbovePlaceId });
            table
                .HasIndex(s => new
                {
                    s.TenantId,
                    s.ResolutionId,
                    s.On,
                })
                .IsUnique()
                .HasFilter("action = 'Reminded'")
                .HasDatabaseName("ux_resolution_steps_reminder");
            table.Refuses("ux_resolution_steps_reminder", "Resolutions.RemindedToday");
            table.HasOne<Resolution>().WithMany().HasForeignKey(s => new { s.TenantId, s.ResolutionId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<ResidentUnit>().WithMany().HasForeignKey(s => new { s.TenantId, s.UnitId }).OnDelete(DeleteBehavior.Restrict);
            table.HasOne<Place>().WithMany().HasForeignKey(s => new { s.TenantId, s.AbovePlaceId }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
