using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Data;

/// <summary>One page of a list. <paramref name="Number"/> starts at 1.</summary>
public sealed record Page<T>(IReadOnlyList<T> Rows, int Total, int Number, int Size)
{
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);
}

/// <summary>What every list question has.</summary>
public abstract record ListQuestion
{
    public const int LargestPage = 100;

    public string? Search { get; init; }
    public int Number { get; init; } = 1;
    public int Size { get; init; } = 20;
}

public static class Paging
{
    /// <summary>Two statements, however many rows there are. The order is the caller's and must be total.</summary>
    public static Task<Page<T>> PageAsync<T>(this IQueryable<T> rows, ListQuestion question, CancellationToken ct) => rows.PageAsync(question, row => row, ct);

    /// <summary>The same where a row is dear to make: only those of the page are made, not those skipped before it.</summary>
    public static async Task<Page<T>> PageAsync<TFound, T>(this IQueryable<TFound> found, ListQuestion question, Expression<Func<TFound, T>> make, CancellationToken ct)
    {
        var size = Math.Clamp(question.Size, 1, ListQuestion.LargestPage);
        var total = await found.CountAsync(ct);
        var number = Math.Clamp(question.Number, 1, Math.Max(1, (total + size - 1) / size));
        return new Page<T>(await found.Skip((number - 1) * size).Take(size).Select(make).ToListAsync(ct), total, number, size);
    }

    /// <summary>A search as typed: trimmed, width folded, capped; null when nothing is left.</summary>
    public static string? Needle(this ListQuestion question)
    {
        var text = question.Search?.Trim().Normalize(System.Text.NormalizationForm.FormKC);
        return string.IsNullOrEmpty(text) ? null : text.Length > 60 ? text[..60] : text;
    }

    /// <summary>The same, folded as the stored keys of names are (<see cref="Texts.Pinyin.FindKeys"/>).</summary>
    public static string? NameNeedle(this ListQuestion question) => question.Needle() is { } needle ? Texts.Pinyin.Needle(needle) : null;
}
