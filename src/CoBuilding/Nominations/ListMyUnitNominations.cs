using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Nominations;

/// <summary>For a unit: nominations of its people, those awaiting its answer first.</summary>
public sealed class ListMyUnitNominations(Door door)
{
    public sealed record Question : ListQuestion;

    public sealed record Row(
        Guid Id,
        long RowVersion,
        string Committee,
        Guid UnitId,
        string Unit,
        string SeatTitle,
        string Person,
        SelectionWay Way,
        NominationState State,
        DateOnly StateOn,
        bool IsAsked
    );

    public async Task<Page<Row>> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.AnswerNomination, ct);
        var chain = await NominationChain.ReadAsync(db, ct);
        return await Rows(db, chain.AsksConsent).PageAsync(question, ct);
    }

    /// <summary>Lifting the reach lifts it from the whole query, so the reach over the nominations is written out.</summary>
    private static IQueryable<Row> Rows(PortalDb db, bool asksConsent)
    {
        var (reach, units) = (db.Reach, db.Units);
        return db
            .Nominations.AsNoTracking()
            .Where(n => n.UnitId != null && (reach.Everything || reach.Places.Contains(n.PlaceId) || reach.Units.Contains(n.UnitId!.Value)))
            .Join(
                db.Committees.Lifted("name of the body that asks a unit to consent; the reach over nominations is written out"),
                n => n.CommitteeId,
                c => c.Id,
                (n, c) => new { n, c }
            )
            .Join(
                db.People,
                x => x.n.PersonId,
                p => p.Id,
                (x, p) =>
                    new
                    {
                        x.n,
                        x.c,
                        p,
                    }
            )
            .OrderByDescending(x => x.n.State == NominationState.Nominated)
            .ThenByDescending(x => x.n.StateOn)
            .ThenBy(x => x.n.Id)
            .Select(x => new Row(
                x.n.Id,
                x.n.RowVersion,
                x.c.Name,
                x.n.UnitId!.Value,
                units.Where(u => u.Id == x.n.UnitId).Select(u => u.Name).First(),
                x.n.SeatTitle,
                x.p.Name,
                x.n.Way,
                x.n.State,
                x.n.StateOn,
                asksConsent && x.n.State == NominationState.Nominated
            ));
    }
}
