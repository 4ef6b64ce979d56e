using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Texts;

namespace CoBuilding.Nominations;

public sealed class NominationToDos : IToDos
{
    /// <summary>Nominations that the level below submitted.</summary>
    public const string ApproveNominations = nameof(ApproveNominations);

    /// <summary>Nominations whose public notice is over.</summary>
    public const string AppointNominees = nameof(AppointNominees);

    /// <summary>Nominations that were returned with a reason.</summary>
    public const string ReviseNominations = nameof(ReviseNominations);

    public Right Right => Right.AppointMembers;
    public IReadOnlyList<string> Kinds => [ApproveNominations, AppointNominees, ReviseNominations];
    public IReadOnlyList<string> CountedKinds => Kinds;

    public Task<IReadOnlyList<IQueryable<ToDo>>> RowsAsync(PortalDb db, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<IQueryable<ToDo>>>([Waiting(db)]);

    /// <summary>By committee: submitted by the level below, returned, or with the public notice ended.</summary>
    private static IQueryable<ToDo> Waiting(PortalDb db)
    {
        var (today, reach, district, committees) = (db.Today, db.Reach, db.Reach.Everything, db.Committees);
        return ListNominations
            .Rows(db, new())
            // The level directly below: the street's for the district, the community's for the street.
            .Where(n =>
                n.State == NominationState.Returned
                || (
                    n.State == NominationState.Publicized
                    && n.PublicUntil <= today
                    && committees.Any(c => c.Id == n.CommitteeId && c.EstablishedOn != null)
                )
                || (
                    n.State == NominationState.Submitted
                    && (district ? n.Level != PlaceLevel.Community : reach.Places.Contains(n.ParentId!.Value))
                )
            )
            .GroupBy(n => new
            {
                n.CommitteeId,
                n.Committee,
                n.Place,
                n.State,
            })
            .Select(g => new
            {
                g.Key,
                Count = g.Count(),
                Since = g.Min(n => n.State == NominationState.Publicized ? n.PublicUntil!.Value : n.StateOn),
            })
            .Select(g => new ToDo
            {
                Kind =
                    g.Key.State == NominationState.Submitted ? ApproveNominations
                    : g.Key.State == NominationState.Publicized ? AppointNominees
                    : ReviseNominations,
                SubjectId = g.Key.CommitteeId,
                Title = g.Key.Committee,
                Host = g.Key.Place,
                Deadline = ChinaTime.At(g.Since, TimeOnly.MinValue),
                Count = g.Count,
                IsOverdue = false,
                OnlyWaits = true,
                PeriodFrom = null,
            });
    }
}
