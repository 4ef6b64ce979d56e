using System.Linq.Expressions;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace CoBuilding.Data;

/// <summary>
/// The rows of a district within one operation: one transaction, one tenant, one reach. Only the door (and the migrations) make one; <see
/// cref="CommitAsync"/> saves, journals and commits, or nothing happened.
/// </summary>
public sealed class PortalDb : DbContext
{
    public const string TenantFilter = "Tenant";

    private readonly Operation operation;
    private bool committing;
    private int journaled;

    internal PortalDb(DbContextOptions<PortalDb> options, Operation operation)
        : base(options) => this.operation = operation;

    public Guid Tenant => operation.Tenant;
    public JournalActor JournalActor => operation.JournalActor;

    /// <summary>UTC; the same for everything that this operation records.</summary>
    public DateTimeOffset Now => operation.Now;

    /// <summary>Today in China.</summary>
    public DateOnly Today => operation.Now.ChinaDate();

    // The named filter "Reach" reads these three.
    private bool Everything => operation.Reach.Everything;
    private Guid[] ReachPlaces => operation.Reach.Places;
    private Guid[] ReachUnits => operation.Reach.Units;
    private Guid[] ReachSubjects => operation.Reach.Subjects;

    public Reach Reach => operation.Reach;

    /// <summary>Loads a row within reach.</summary>
    /// <exception cref="NotFound">There is no such row, or not within reach.</exception>
    public static async Task<T> FindAsync<T>(IQueryable<T> rows, Guid id, CancellationToken ct)
        where T : Tenanted => await rows.SingleOrDefaultAsync(r => r.Id == id, ct) ?? throw new NotFound();

    /// <summary>Throws if <paramref name="row"/> was saved by somebody else since version <paramref name="version"/>.</summary>
    /// <exception cref="Stale">It was; the exception says who changed what.</exception>
    public async Task ExpectAsync<T>(T row, long version, CancellationToken ct)
        where T : Tenanted
    {
        if (row.RowVersion != version)
            throw new Stale(await ChangesOfAsync(row.Id, version, ct));
    }

    /// <summary>Raises the row's version although none of its columns changed, because a dependent row did.</summary>
    public void Touch<T>(T row)
        where T : Tenanted => Entry(row).Property(r => r.RowVersion).IsModified = true;

    /// <summary>Journals an action that changed no row: an export, viewing a mobile number.</summary>
    public void AddJournalEntry(string action, string subject, Guid? subjectId, string? after = null) =>
        Add(EntryFor(action, subject, subjectId, null, after));

    /// <summary>Saves, journals and commits. After it the operation is over.</summary>
    /// <exception cref="Stale">Somebody else saved one of the rows in between.</exception>
    /// <exception cref="RuleBroken">A constraint that stands for a rule refused it.</exception>
    /// <exception cref="AlreadyDone">This operation was committed before.</exception>
    public async Task CommitAsync(CancellationToken ct)
    {
        ChangeTracker.DetectChanges();
        var changed = ChangeTracker
            .Entries<Tenanted>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified && e.Entity is not JournalEntry)
            .ToList();
        changed.ForEach(Stamp);
        AddRange(changed.Select(Journal).ToList());
        foreach (var entry in ChangeTracker.Entries<JournalEntry>())
            entry.Property(e => e.TenantId).CurrentValue = Tenant;

        try
        {
            committing = true;
            await SaveChangesAsync(ct);
            await Database.CommitTransactionAsync(ct);
        }
        catch (DbUpdateConcurrencyException conflict)
        {
            var row = conflict.Entries.Select(e => e.Entity).OfType<Tenanted>().FirstOrDefault();
            throw new Stale(row is null ? [] : await ChangesOfAsync(row.Id, row.RowVersion - 1, ct));
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException refused)
        {
            throw Translate(refused) as Exception ?? failure;
        }
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        committing
            ? base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken)
            : throw new InvalidOperationException($"Save through {nameof(CommitAsync)}: it journals and commits.");

    private void Stamp(EntityEntry<Tenanted> entry)
    {
        if (entry.State == EntityState.Added)
            entry.Property(e => e.TenantId).CurrentValue = Tenant;
        else
            entry.Property(e => e.RowVersion).CurrentValue = entry.Property(e => e.RowVersion).OriginalValue + 1;

        if (
            !Reaches(entry.Metadata, p => entry.Property(p).CurrentValue)
            || (entry.State == EntityState.Modified && !Reaches(entry.Metadata, p => entry.Property(p).OriginalValue))
        )
            throw new NotFound();
    }

    /// <summary>Checks new and moved rows, which loading cannot check.</summary>
    internal bool Reaches(IEntityType type, Func<IProperty, object?> value) =>
        Everything
        || type.Note(TableBuilding.DistrictWideReason) is not null
        || Holds(type, TableBuilding.PlaceColumn, ReachPlaces, value)
        || Holds(type, TableBuilding.UnitColumn, ReachUnits, value)
        || Holds(type, TableBuilding.SubjectColumn, ReachSubjects, value);

    private static bool Holds(IEntityType type, string note, Guid[] ids, Func<IProperty, object?> value) =>
        type.Note(note) is { } column && value(type.FindProperty(column)!) is Guid id && ids.Contains(id);

    private JournalEntry Journal(EntityEntry<Tenanted> entry)
    {
        var added = entry.State == EntityState.Added;
        return EntryFor(
            added ? "added" : "changed",
            entry.Metadata.GetTableName()!,
            entry.Entity.Id,
            added ? null : JournalJson.Of(entry, p => p.OriginalValue),
            JournalJson.Of(entry, p => p.CurrentValue)
        );
    }

    internal JournalEntry EntryFor(string action, string subject, Guid? subjectId, string? before, string? after)
    {
        var stamp = journaled == 0 ? operation.FormStamp : null;
        return new()
        {
            OperationId = operation.Id,
            Ordinal = journaled++,
            At = Now,
            Right = operation.Right,
            ActorName = JournalActor.Name,
            AccountId = JournalActor.AccountId,
            LinkId = JournalActor.LinkId,
            Action = action,
            Subject = subject,
            SubjectId = subjectId,
            Before = before,
            After = after,
            FormHash = stamp?.Hash,
            FormKeyId = stamp?.KeyId,
            FilledFields = stamp?.FilledFields,
        };
    }

    /// <summary>The latest changes of a row that made a version after <paramref name="version"/>.</summary>
    private async Task<IReadOnlyList<StaleChange>> ChangesOfAsync(Guid id, long version, CancellationToken ct)
    {
        if (Database.CurrentTransaction is null)
            return [];
        var latest = await Set<JournalEntry>()
            .AsNoTracking()
            .Where(e => e.SubjectId == id && e.Action == "changed")
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .Take(3)
            .Select(e => new StaleChange(e.ActorName, e.At, e.Right, e.After))
            .ToListAsync(ct);
        return [.. latest.Where(c => JournalJson.VersionIn(c.After) is not { } made || made > version)];
    }

    internal Refusal? Translate(PostgresException refused) =>
        // On a distributed engine, a shard's constraint has the shard number as a suffix.
        System.Text.RegularExpressions.Regex.Replace(refused.ConstraintName ?? "", @"_\d+$", "") switch
        {
            JournalTable.OneEntryPerOperation => new AlreadyDone(),
            // An id sent as new belongs to another row: treated like any row out of reach.
            var name when name.StartsWith("pk_", StringComparison.Ordinal) => new NotFound(),
            var name => Model.FindAnnotation(TableBuilding.RefusalPrefix + name)?.Value is string rule ? new RuleBroken(rule) : null,
        };

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Text, not PostgreSQL enums: comparing those is not leakproof, so row-level security would bar indexes.
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var assembly in RoomAssemblies.All)
            modelBuilder.ApplyConfigurationsFromAssembly(assembly);
        DatabaseFunctions.Map(modelBuilder);
        foreach (var type in modelBuilder.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(Tenanted))).ToList())
        {
            var table = modelBuilder.Entity(type.ClrType);
            table.HasKey(nameof(Tenanted.TenantId), nameof(Tenanted.Id));
            table.Property(nameof(Tenanted.RowVersion)).IsConcurrencyToken();
            var row = Expression.Parameter(type.ClrType, "row");
            table.HasQueryFilter(
                TenantFilter,
                Expression.Lambda(Expression.Equal(Expression.Property(row, nameof(Tenanted.TenantId)), Own(nameof(Tenant))), row)
            );
            if (ReachOf(type, row) is { } reach)
                ReachFilter.SetFor(table, Expression.Lambda(reach, row));
        }
    }

    private Expression? ReachOf(IReadOnlyEntityType type, ParameterExpression row) =>
        type.Note(TableBuilding.DistrictWideReason) is not null
            ? null
            : new[]
            {
                (Column: type.Note(TableBuilding.PlaceColumn), Ids: nameof(ReachPlaces)),
                (Column: type.Note(TableBuilding.UnitColumn), Ids: nameof(ReachUnits)),
                (Column: type.Note(TableBuilding.SubjectColumn), Ids: nameof(ReachSubjects)),
            }
                .Where(by => by.Column is not null)
                .Aggregate((Expression)Own(nameof(Everything)), (reach, by) => Expression.OrElse(reach, IsAmong(by.Ids, row, by.Column!)));

    private MethodCallExpression IsAmong(string ids, ParameterExpression row, string column) =>
        Expression.Call(
            typeof(Enumerable),
            nameof(Enumerable.Contains),
            [typeof(Guid)],
            Own(ids),
            Expression.Convert(Expression.Property(row, column), typeof(Guid))
        );

    // EF recognizes the context inside a filter and asks each operation's own for the value.
    private MemberExpression Own(string property) =>
        Expression.Property(
            Expression.Constant(this),
            typeof(PortalDb).GetProperty(
                property,
                System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic
            )!
        );
}
