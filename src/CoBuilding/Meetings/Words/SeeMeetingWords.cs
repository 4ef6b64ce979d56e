using CoBuilding.Access;
using CoBuilding.Data;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Words;

/// <summary>The district's kinds of meeting and categories of topics in their order; some ten rows.</summary>
public sealed class SeeMeetingWords(Door door)
{
    public sealed record Row(Guid Id, MeetingWordList List, string? Standard, string Name, int Ordinal, bool IsOffered, long RowVersion)
    {
        /// <summary>In the current language.</summary>
        public string Said => MeetingWord.Say(List, Standard, Name);
    }

    public async Task<IReadOnlyList<Row>> AskAsync(Scope scope, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeMeetings, ct);
        return await Rows(db.MeetingWords).ToListAsync(ct);
    }

    internal static IQueryable<Row> Rows(IQueryable<MeetingWord> words) =>
        words
            .AsNoTracking()
            .OrderByDeclared(w => w.List)
            .ThenBy(w => w.RetiredOn != null)
            .ThenBy(w => w.Ordinal)
            .ThenBy(w => w.Id)
            .Select(w => new Row(w.Id, w.List, w.Standard, w.Name, w.Ordinal, w.RetiredOn == null, w.RowVersion));
}
