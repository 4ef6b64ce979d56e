using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CoBuilding.Data;

/// <summary>
/// One changed row of one operation: who, when, by which right, before and after. The web role may only insert and read.
/// An operation writes its rows once: <c>(tenant, operation, ordinal)</c> is unique.
/// </summary>
public sealed class JournalEntry : Tenanted
{
    public required Guid OperationId { get; init; }
    public required int Ordinal { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Right { get; init; }
    public required string ActorName { get; init; }
    public Guid? AccountId { get; init; }
    public Guid? LinkId { get; init; }

    /// <summary>What was done to the row: <c>added</c>, <c>changed</c>, <c>exported</c>, <c>viewed</c>, <c>refused</c>.</summary>
    public required string Action { get; init; }
    public required string Subject { get; init; }
    public Guid? SubjectId { get; init; }

    /// <summary>JSON of the columns before the change; null for a new row.</summary>
    public string? Before { get; init; }

    /// <summary>JSON of the columns after the change.</summary>
    public string? After { get; init; }
}

internal sealed class JournalTable : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> table)
    {
        table.ToTable("journal");
        table.DistrictWide("read by the auditor alone, who answers for the whole district");
        table.AppendOnly();
        table.Property(e => e.Before).HasColumnType("jsonb");
        table.Property(e => e.After).HasColumnType("jsonb");
        table.HasIndex(e => new { e.TenantId, e.OperationId, e.Ordinal }).IsUnique().HasDatabaseName(JournalTable.OneEntryPerOperation);
        table.HasIndex(e => new { e.TenantId, e.SubjectId, e.At });
        table.HasIndex(e => new { e.TenantId, e.At });
    }

    internal const string OneEntryPerOperation = "ux_journal_operation";
}
