using CoBuilding.Access;
using CoBuilding.Contracts;
using CoBuilding.Data;
using CoBuilding.Texts;

namespace CoBuilding.Resolutions;

public sealed class ResolutionToDos : IToDos
{
    /// <summary>A unit reports a resolution as done.</summary>
    public const string ReviewFeedback = nameof(ReviewFeedback);

    /// <summary>A unit cannot do it or proposes another date, or the level above has answered.</summary>
    public const string DecideResolution = nameof(DecideResolution);

    /// <summary>The level below asks for help.</summary>
    public const string AnswerUpward = nameof(AnswerUpward);

    /// <summary>A resolution's day has passed.</summary>
    public const string FollowUp = nameof(FollowUp);

    public Right Right => Right.ManageResolutions;
    public IReadOnlyList<string> Kinds => [ReviewFeedback, DecideResolution, AnswerUpward, FollowUp];

    public Task<IReadOnlyList<IQueryable<ToDo>>> RowsAsync(PortalDb db, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<IQueryable<ToDo>>>([WaitingForUs(db), Overdue(db)]);

    private static IQueryable<ToDo> WaitingForUs(PortalDb db) =>
        ListResolutions
            .Rows(db, new() { View = ResolutionView.WaitingForUs })
            .Select(r => new ToDo
            {
                Kind =
                    r.State == ResolutionState.SubmittedUpward || r.State == ResolutionState.TakenOn ? AnswerUpward
                    : r.State == ResolutionState.ReportedDone ? ReviewFeedback
                    : DecideResolution,
                SubjectId = r.Id,
                Title = r.Matter,
                Host = r.Host,
                Deadline = ChinaTime.At(r.StateOn, TimeOnly.MinValue),
                Count = 0,
                IsOverdue = false,
                OnlyWaits = true,
                PeriodFrom = null,
            });

    private static IQueryable<ToDo> Overdue(PortalDb db) =>
        ListResolutions
            .Rows(db, new() { View = ResolutionView.Overdue })
            .Select(r => new ToDo
            {
                Kind = FollowUp,
                SubjectId = r.Id,
                Title = r.Matter,
                Host = r.Host,
                Deadline = ChinaTime.At(r.Deadline!.Value, TimeOnly.MinValue),
                Count = 0,
                IsOverdue = true,
                OnlyWaits = false,
                PeriodFrom = null,
            });
}
