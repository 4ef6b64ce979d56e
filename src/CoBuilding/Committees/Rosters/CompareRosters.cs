using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Texts;

namespace CoBuilding.Committees.Rosters;

/// <summary>
/// Compares two states of one roster, each of a day as recorded on a day: the differences with recorder, time and reason. Later corrections
/// of the first day are distinguished from changes since.
/// </summary>
public sealed class CompareRosters(Door door)
{
    /// <param name="On">A day; null means today.</param>
    /// <param name="Known">As recorded at the end of this day; null means now.</param>
    public sealed record State(DateOnly? On, DateOnly? Known);

    public sealed record Question(Guid CommitteeId, State Then, State Now);

    public sealed record Answer(Guid CommitteeId, string Committee, Side Then, Side Now, IReadOnlyList<Row> Rows)
    {
        public int Corrections => Rows.Count(r => r.IsAfterTheFact);
    }

    /// <summary>One of the two rosters in figures.</summary>
    public sealed record Side(
        DateOnly On,
        DateOnly? KnownOn,
        int Seats,
        int Members,
        int Vacancies,
        DateOnly? TermEndsOn,
        DateOnly? DissolvedOn
    );

    /// <param name="Then">The seat on the first day as known then; null when there was none.</param>
    /// <param name="Corrected">The seat on the first day as known for the second state.</param>
    /// <param name="IsAfterTheFact">The record of the first day was corrected or completed later.</param>
    /// <param name="Causes">What was recorded about it between the two states, the latest first.</param>
    public sealed record Row(
        RosterDifference What,
        Guid SeatId,
        string Seat,
        string? Unit,
        SeeRoster.Row? Then,
        SeeRoster.Row? Corrected,
        SeeRoster.Row? Now,
        bool IsAfterTheFact,
        IReadOnlyList<SeeRosterChanges.Row> Causes
    );

    public async Task<Answer> AskAsync(Scope scope, Question question, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.SeeCommittees, ct);
        return await ReadAsync(db, question, ct);
    }

    /// <summary>A fixed number of statements, independent of the length of the rosters.</summary>
    internal static async Task<Answer> ReadAsync(PortalDb db, Question question, CancellationToken ct)
    {
        var (dayThen, dayNow) = (question.Then.On ?? db.Today, question.Now.On ?? db.Today);
        var then = await SeeRoster.ReadAsync(db, question.CommitteeId, dayThen, question.Then.Known, ct);
        var now = await SeeRoster.ReadAsync(db, question.CommitteeId, dayNow, question.Now.Known, ct);
        var corrected =
            dayThen == dayNow ? now
            : question.Then.Known == question.Now.Known ? then
            : await SeeRoster.ReadAsync(db, question.CommitteeId, dayThen, question.Now.Known, ct);
        var changes = (await SeeRosterChanges.ReadAsync(db, question.CommitteeId, now.Kind.Kind, Between(then, now), ct)).ToLookup(c =>
            c.SeatId
        );
        return new Answer(then.CommitteeId, now.Name, SideOf(then), SideOf(now), [.. Differences(then, corrected, now, changes)]);
    }

    private static SeeRosterChanges.Window Between(SeeRoster.Answer then, SeeRoster.Answer now)
    {
        var (known, knownLater) = InOrder(then.KnownOn ?? DateOnly.MaxValue, now.KnownOn ?? DateOnly.MaxValue);
        var (day, later) = InOrder(then.On, now.On);
        return new(EndOf(known), EndOf(knownLater), day == later ? null : new Span(day.AddDays(1), later.AddDays(1)));

        static (DateOnly, DateOnly) InOrder(DateOnly one, DateOnly other) => one <= other ? (one, other) : (other, one);
        static DateTimeOffset EndOf(DateOnly day) =>
            day == DateOnly.MaxValue ? DateTimeOffset.MaxValue : ChinaTime.At(day.AddDays(1), TimeOnly.MinValue);
    }

    private static Side SideOf(SeeRoster.Answer roster) =>
        new(roster.On, roster.KnownOn, roster.Rows.Count, roster.Quota.Members, roster.Vacancies, roster.TermEndsOn, roster.DissolvedOn);

    private static IEnumerable<Row> Differences(
        SeeRoster.Answer then,
        SeeRoster.Answer corrected,
        SeeRoster.Answer now,
        ILookup<Guid, SeeRosterChanges.Row> changes
    )
    {
        var (a, c, b) = (Seats(then), Seats(corrected), Seats(now));
        // In the order of the rosters; a seat in both is at its later position.
        foreach (var seat in SeeRoster.Ordered(now.Rows.Concat(then.Rows).Concat(corrected.Rows).DistinctBy(r => r.SeatId)))
        {
            var (x, z, y) = (
                new SeatSnapshot(a.GetValueOrDefault(seat.SeatId), then.On),
                new SeatSnapshot(c.GetValueOrDefault(seat.SeatId), corrected.On),
                new SeatSnapshot(b.GetValueOrDefault(seat.SeatId), now.On)
            );
            foreach (var aspect in Enum.GetValues<Aspect>())
            {
                var isAfterTheFact = x.IsCorrectedBy(z, aspect);
                if (!isAfterTheFact && !x.DiffersFrom(y, aspect))
                    continue;
                var what = x.Became(x.DiffersFrom(y, aspect) ? y : z, aspect);
                yield return new Row(
                    what,
                    seat.SeatId,
                    seat.Title,
                    seat.Unit,
                    x.Row,
                    z.Row,
                    y.Row,
                    isAfterTheFact,
                    [.. changes[seat.SeatId].Where(k => IsAbout(k.Change, aspect))]
                );
            }
        }

        static Dictionary<Guid, SeeRoster.Row> Seats(SeeRoster.Answer roster) => roster.Rows.ToDictionary(r => r.SeatId);
    }

    /// <summary>The kinds of differences of a seat.</summary>
    private enum Aspect
    {
        Presence,
        Seat,
        Holder,
        Facts,
        Successor,
        Suspension,
    }

    private static bool IsAbout(RosterChange change, Aspect aspect) =>
        aspect switch
        {
            Aspect.Presence => change is RosterChange.SeatAdded or RosterChange.SeatClosed or RosterChange.Corrected,
            Aspect.Suspension => change is RosterChange.Suspended or RosterChange.Resumed,
            Aspect.Seat => false,
            _ => change is RosterChange.Appointed or RosterChange.Ended or RosterChange.Corrected or RosterChange.Withdrawn,
        };

    /// <summary>A seat on a day, or its absence.</summary>
    private sealed record SeatSnapshot(SeeRoster.Row? Row, DateOnly On)
    {
        private bool IsPaused => Row!.Suspension?.IsOn(On) == true;

        public bool DiffersFrom(SeatSnapshot other, Aspect aspect)
        {
            if (aspect == Aspect.Presence)
                return Row is null != other.Row is null;
            if (Row is not { } x || other.Row is not { } y)
                return false;
            return aspect switch
            {
                Aspect.Seat => (x.Role, x.Title, x.Unit) != (y.Role, y.Title, y.Unit),
                Aspect.Holder => x.PersonId != y.PersonId,
                Aspect.Facts => x.PersonId is not null
                    && x.PersonId == y.PersonId
                    && (x.Holder, x.UnitTitle, x.Since, x.Until, x.LetterNumber)
                        != (y.Holder, y.UnitTitle, y.Since, y.Until, y.LetterNumber),
                Aspect.Successor => x.PersonId == y.PersonId && (x.NextId, x.NextFrom) != (y.NextId, y.NextFrom),
                _ => IsPaused != other.IsPaused,
            };
        }

        /// <summary>The same day as recorded later. Ends of terms and successors after that day are not corrections of it.</summary>
        public bool IsCorrectedBy(SeatSnapshot later, Aspect aspect) =>
            aspect != Aspect.Successor
            && DiffersFrom(later with { Row = later.Row is { } row ? row with { Until = Row?.Until } : null }, aspect);

        public RosterDifference Became(SeatSnapshot other, Aspect aspect) =>
            aspect switch
            {
                Aspect.Presence => Row is null ? RosterDifference.SeatAdded : RosterDifference.SeatClosed,
                Aspect.Seat => RosterDifference.SeatChanged,
                Aspect.Holder => Row!.IsVacant ? RosterDifference.Filled
                : other.Row!.IsVacant ? RosterDifference.Vacated
                : RosterDifference.HolderChanged,
                Aspect.Facts => RosterDifference.FactsChanged,
                Aspect.Successor => RosterDifference.SuccessorChanged,
                _ => IsPaused ? RosterDifference.Resumed : RosterDifference.Suspended,
            };
    }
}
