using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Data;

/// <summary>
/// Restores the values of rows at an instant in columns without recording time, by undoing later changes from the journal.
/// </summary>
internal sealed class JournalHistory
{
    private readonly HashSet<Guid> addedLater = [];
    private readonly Dictionary<(Guid Id, string Column), JsonElement> before = [];

    /// <summary>One statement.</summary>
    public static async Task<JournalHistory> AtAsync(PortalDb db, DateTimeOffset instant, IEnumerable<Guid> rows, CancellationToken ct)
    {
        Guid[] ids = [.. rows.Distinct()];
        var later = await db.Set<JournalEntry>()
            .AsNoTracking()
            .Where(e => ids.Contains(e.SubjectId!.Value) && e.At >= instant && (e.Action == "added" || e.Action == "changed"))
            .OrderBy(e => e.At)
            .ThenBy(e => e.Id)
            .Select(e => new { Id = e.SubjectId!.Value, e.Before })
            .ToListAsync(ct);
        var history = new JournalHistory();
        foreach (var entry in later)
            history.TakeBack(entry.Id, entry.Before);
        return history;
    }

    /// <summary>Whether the row existed.</summary>
    public bool Knew(Guid id) => !addedLater.Contains(id);

    public string? Text(Guid id, string column, string? now) => before.TryGetValue((id, column), out var held) ? held.GetString() : now;

    public DateOnly? Day(Guid id, string column, DateOnly? now) =>
        Text(id, column, null) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : before.ContainsKey((id, column)) ? null
        : now;

    public T OneOf<T>(Guid id, string column, T now)
        where T : struct, Enum => Text(id, column, null) is { } value ? Enum.Parse<T>(value) : now;

    /// <param name="columns">What the change changed, as it was before; null for a row that was added.</param>
    private void TakeBack(Guid id, string? columns)
    {
        if (columns is null)
        {
            addedLater.Add(id);
            return;
        }
        using var json = JsonDocument.Parse(columns);
        // The earliest later change has the previous value of a column.
        foreach (var column in json.RootElement.EnumerateObject())
            before.TryAdd((id, column.Name), column.Value.Clone());
    }
}
