using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Data;

internal sealed class JournalTable : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> table)
    {
        table.ToTable("journal");
        table.DistrictWide("read by the auditor alone, who answers for the whole district");
        table.AppendOnly();
        table.Property(e => e.Before).HasColumnType("jsonb");
        table.Property(e => e.After).HasColumnType("jsonb");
        table.Property(e => e.FormKeyId).HasMaxLength(20);
        table
            .HasIndex(e => new
            {
                e.TenantId,
                e.OperationId,
                e.Ordinal,
            })
            .IsUnique()
            .HasDatabaseName(JournalTable.OneEntryPerOperation);
        table.HasIndex(e => new
        {
            e.TenantId,
            e.SubjectId,
            e.At,
        });
        table.HasIndex(e => new { e.TenantId, e.At });
    }

    internal const string OneEntryPerOperation = "ux_journal_operation";
}
