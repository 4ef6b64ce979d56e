using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Seats;

/// <summary>Posts on the other level that a person holds, checked before the person is nominated or appointed.</summary>
public sealed class FindDoublePosts(Door door)
{
    /// <param name="From">The first day; null: today.</param>
    public sealed record Question(IReadOnlyList<Guid> CommitteeIds, Guid PersonId, DateOnly? From);

    /// <param name="AsksReason">The kind of one of the committees asks for a reason.</param>
    public sealed record Answer(string Person, bool AsksReason, IReadOnlyList<Row> Rows);

    /// <param name="Committee">Where the person is a member, which may are out of reach.</param>
    public sealed record Row(string Committee, DateOnly From, DateOnly? Until);

    public async Task<Answer> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AppointMembers, ct);
        var committees = await db
            .Committees.AsNoTracking()
            .Where(c => question.CommitteeIds.Contains(c.Id))
            .Join(db.CommitteeKinds, c => c.KindId, k => k.Id, (c, k) => new { Committee = c, k.RequiresReason })
            .ToListAsync(ct);
        if (committees.Count == 0)
            throw new NotFound();
        var person = await PortalDb.FindAsync(db.People.AsNoTracking(), question.PersonId, ct);
        var held = (await HeldPosts.HeldAsync(db, [person.Id], null, ct))[person.Id].ToList();
        var term = new Span(question.From ?? db.Today, null);
        var found = committees
            .Select(c => (c.RequiresReason, Beside: held.Beside(c.Committee, term).ToList()))
            .Where(c => c.Beside.Count > 0)
            .ToList();
        return new Answer(
            person.Name,
            found.Exists(c => c.RequiresReason),
            [
                .. found
                    .SelectMany(c => c.Beside)
                    .DistinctBy(h => (h.CommitteeId, h.Term))
                    .Select(h => new Row(h.Committee, h.Term.From, h.Term.Until)),
            ]
        );
    }
}
