using System.Text;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Data;

public static class Paging
{
    /// <summary>Two statements, independent of the number of rows. The caller provides a total order.</summary>
    public static async Task<Page<T>> PageAsync<T>(this IQueryable<T> rows, ListQuestion question, CancellationToken ct)
    {
        var (total, number, size) = await CountAsync(rows, question, ct);
        return new Page<T>(await rows.Skip((number - 1) * size).Take(size).ToListAsync(ct), total, number, size);
    }

    /// <summary>
    /// The same in three statements for long lists with expensive rows: the page is found by ids only, from the nearer end of
    /// the list, and only its rows are computed. With plain paging the database computes skipped rows as well.
    /// </summary>
    /// <param name="inOrder">Puts rows in a total order.</param>
    /// <param name="make">The rows of these ids, in the same order.</param>
    public static async Task<Page<T>> PageAsync<TWanted, T>(
        this IQueryable<TWanted> wanted,
        ListQuestion question,
        Func<IQueryable<TWanted>, IQueryable<TWanted>> inOrder,
        Func<Guid[], IQueryable<T>> make,
        CancellationToken ct
    )
        where TWanted : Tenanted
    {
        var (total, number, size) = await CountAsync(wanted, question, ct);
        var (before, after) = ((number - 1) * size, Math.Max(0, total - number * size));
        var ids = await (before <= after ? inOrder(wanted).Skip(before) : inOrder(wanted).Reverse().Skip(after))
            .Take(Math.Min(size, total - before))
            .Select(w => w.Id)
            .ToArrayAsync(ct);
        return new Page<T>(await make(ids).ToListAsync(ct), total, number, size);
    }

    /// <summary>
    /// How many there are, and which page of which size is shown: the last one where the question asks for one beyond it.
    /// </summary>
    private static async Task<(int Total, int Number, int Size)> CountAsync<T>(
        IQueryable<T> rows,
        ListQuestion question,
        CancellationToken ct
    )
    {
        var (size, total) = (Math.Clamp(question.Size, 1, ListQuestion.LargestPage), await rows.CountAsync(ct));
        return (total, Math.Clamp(question.Number, 1, Math.Max(1, (total + size - 1) / size)), size);
    }

    /// <summary>The search text: invalid characters removed, trimmed, width folded, truncated; null if nothing is left.</summary>
    public static string? Needle(this ListQuestion question)
    {
        var typed = string.Concat((question.Search ?? "").EnumerateRunes().Where(r => !Rune.IsControl(r) && r != Rune.ReplacementChar));
        var text = typed.Trim().Normalize(NormalizationForm.FormKC);
        return string.IsNullOrEmpty(text) ? null
            : text.Length > 60 ? text[..60]
            : text;
    }

    /// <summary>The same, folded as the stored keys of names are (<see cref="Texts.Pinyin.FindKeys"/>).</summary>
    public static string? NameNeedle(this ListQuestion question) => question.Needle() is { } needle ? Texts.Pinyin.Needle(needle) : null;
}
