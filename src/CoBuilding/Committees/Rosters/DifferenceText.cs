using CoBuilding.Data;
using CoBuilding.Texts;

namespace CoBuilding.Committees.Rosters;

/// <summary>The rows of a comparison in words, the same on the page, in the workbook and on paper.</summary>
public static class DifferenceText
{
    /// <summary>The state of the seat on a day, limited to what differs.</summary>
    public static string Say(SeeRoster.Row? row, DateOnly on, RosterDifference what)
    {
        if (row is null)
            return Wording.T("Timeline.NoSeat");
        return what switch
        {
            RosterDifference.SeatChanged => Joined(Wording.T(row.Role), row.Title, row.Unit),
            RosterDifference.SuccessorChanged => row.Next is null
                ? Wording.T("Timeline.NoSuccessor")
                : Wording.T("Timeline.Successor", row.NextFrom!.Value.InShort(), row.Next),
            RosterDifference.Suspended or RosterDifference.Resumed => row.Suspension?.IsOn(on) == true
                ? Wording.T("Timeline.Paused", row.Suspension.From.InShort())
                : Wording.T("Timeline.NotPaused"),
            _ => row.IsVacant
                ? Wording.T("Timeline.Vacant")
                : Joined(
                    row.Holder,
                    row.UnitTitle,
                    Wording.T("Timeline.Since", row.Since!.Value.InShort()),
                    row.LastDay is { } last ? Wording.T("Timeline.LastDay", last.InShort()) : null,
                    row.LetterNumber
                ),
        };
    }

    /// <summary>Who recorded what, when and why.</summary>
    public static string Say(SeeRosterChanges.Row cause) =>
        Joined(
            Wording.T("Timeline.Recorded", cause.At.Stamp(), cause.Who),
            Wording.T(cause.Change),
            cause.Person,
            Wording.T("Timeline.HoldsFrom", cause.Day.InShort()),
            cause.EndReason is { } reason ? Wording.T(reason) : null,
            cause.Reason
        );

    /// <summary>Of which day, as known when.</summary>
    public static string Say(CompareRosters.Side side) =>
        side.KnownOn is { } known
            ? Wording.T("Timeline.OnAsKnown", side.On.InShort(), known.InShort())
            : Wording.T("Timeline.On", side.On.InShort());

    private static string Joined(params IEnumerable<string?> parts) =>
        string.Join(Wording.T("Timeline.Separator"), parts.Where(p => !string.IsNullOrEmpty(p)));
}
