using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CoBuilding.Data;

/// <summary>The columns of one change as JSON: all of a new row, the changed ones of an old row, secrets only by name.</summary>
internal static class JournalJson
{
    public static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(EntityEntry<Tenanted> entry, Func<PropertyEntry, object?> value)
    {
        var columns = entry
            .Properties.Where(p => p.Metadata.Name is not (nameof(Tenanted.TenantId) or nameof(Tenanted.Id)) && !IsDerived(p.Metadata))
            .Where(p =>
                entry.State == Microsoft.EntityFrameworkCore.EntityState.Added
                    ? p.CurrentValue is not null
                    : p.IsModified && !Equals(p.CurrentValue, p.OriginalValue)
            )
            .ToDictionary(p => p.Metadata.Name, p => IsSecret(p.Metadata) ? "…" : Plain(value(p)));
        return JsonSerializer.Serialize(columns, Readable);
    }

    /// <summary>The columns of a row that is added without being tracked, as <see cref="Of"/> would write them.</summary>
    public static string OfNew(IReadOnlyEntityType type, Tenanted row)
    {
        Dictionary<string, object?> columns = [];
        foreach (var property in type.GetProperties())
            if (
                property.Name is not (nameof(Tenanted.TenantId) or nameof(Tenanted.Id))
                && !IsDerived(property)
                && property.PropertyInfo!.GetValue(row) is { } value
            )
                columns.Add(property.Name, IsSecret(property) ? "…" : Plain(value));
        return JsonSerializer.Serialize(columns, Readable);
    }

    public static bool IsSecret(IReadOnlyProperty property) => property.PropertyInfo?.GetCustomAttribute<SecretAttribute>() is not null;

    private static bool IsDerived(IReadOnlyProperty property) => property.PropertyInfo?.GetCustomAttribute<DerivedAttribute>() is not null;

    public static object? Plain(object? value) => value is Enum ? value.ToString() : value;

    /// <summary>The row version after a change; null if the entry does not contain it.</summary>
    public static long? VersionIn(string? columns) =>
        In(columns, nameof(Tenanted.RowVersion)) is { ValueKind: JsonValueKind.Number } version && version.TryGetInt64(out var number)
            ? number
            : null;

    /// <summary>The day that a change wrote into a column; null if not contained or empty.</summary>
    public static DateOnly? DayIn(string? columns, string column) =>
        In(columns, column) is { ValueKind: JsonValueKind.String } day
        && DateOnly.TryParseExact(day.GetString(), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            ? on
            : null;

    private static JsonElement? In(string? columns, string column)
    {
        if (string.IsNullOrEmpty(columns))
            return null;
        using var json = JsonDocument.Parse(columns);
        return json.RootElement.ValueKind is JsonValueKind.Object && json.RootElement.TryGetProperty(column, out var value)
            ? value.Clone()
            : null;
    }
}
