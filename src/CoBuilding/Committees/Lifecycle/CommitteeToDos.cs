using CoBuilding.Access;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Texts;

namespace CoBuilding.Committees.Lifecycle;

public sealed class CommitteeToDos : IToDos
{
    /// <summary>A committee that the level below submitted.</summary>
    public const string ApproveCommittee = nameof(ApproveCommittee);

    /// <summary>A committee that was returned with a reason.</summary>
    public const string ReviseCommittee = nameof(ReviseCommittee);

    /// <summary>A committee that is approved and not established yet.</summary>
    public const string EstablishCommittee = nameof(EstablishCommittee);

    public Right Right => Right.ManageCommittees;
    public IReadOnlyList<string> Kinds => [ApproveCommittee, ReviseCommittee, EstablishCommittee];

    public Task<IReadOnlyList<IQueryable<ToDo>>> RowsAsync(PortalDb db, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<IQueryable<ToDo>>>([Prepared(db)]);

    /// <summary>In preparation: submitted by the level below, returned, or approved.</summary>
    private static IQueryable<ToDo> Prepared(PortalDb db)
    {
        var (reach, district) = (db.Reach, db.Reach.Everything);
        return CommitteeLifecycle
            .Today(db)
            .Where(l => l.Committee.EstablishedOn == null)
            .Join(
                db.Places,
                l => l.Committee.PlaceId,
                p => p.Id,
                (l, p) =>
                    new
                    {
                        l.Committee,
                        l.State,
                        Place = p,
                    }
            )
            .Where(x =>
                x.State == CommitteeState.Returned
                || x.State == CommitteeState.Approved
                || (
                    x.State == CommitteeState.Submitted
                    && (district ? x.Place.Level != PlaceLevel.Community : reach.Places.Contains(x.Place.ParentId!.Value))
                )
            )
            .Select(x => new ToDo
            {
                Kind =
                    x.State == CommitteeState.Submitted ? ApproveCommittee
                    : x.State == CommitteeState.Returned ? ReviseCommittee
                    : EstablishCommittee,
                SubjectId = x.Committee.Id,
                Title = x.Committee.Name,
                Host = x.Place.Name,
                Deadline = ChinaTime.At(x.Committee.PreparedOn!.Value, TimeOnly.MinValue),
                Count = 0,
                IsOverdue = false,
                OnlyWaits = true,
                PeriodFrom = null,
            });
    }
}
