using CoBuilding.Texts;

namespace CoBuilding.Meetings.Facts;

/// <summary>Attendance in words, the same on screens, in workbooks and on paper.</summary>
public static class AttendanceText
{
    /// <summary>The member, or the substitute and for whom.</summary>
    public static string? Who(SeeMeeting.Row row) =>
        row.Holder is null ? null
        : row.InPlace is { } name ? Wording.T("Attendance.InPlaceOf", name, row.Holder)
        : row is { Presence: Presence.Substitute } ? Wording.T("Attendance.SomebodyInPlaceOf", row.Holder)
        : row.Holder;

    /// <summary>The reply with the host's decision; null if there is no reply.</summary>
    public static string? Answer(SeeMeeting.Row row) =>
        row.Reply is not { } reply ? null
        : row.Consent is { } consent ? Wording.T($"Attendance.{reply}_{consent}")
        : Wording.T(reply);

    /// <summary>Additional information on attendance beyond <see cref="SeeMeeting.Row.Outcome"/>; null if none.</summary>
    public static string? Remark(SeeMeeting.Row row)
    {
        List<string> words = [];
        if (row.Presence is Presence.Late or Presence.LeftEarly)
            words.Add(
                row.Marked?.Time is { } time
                    ? Wording.T(
                        "Attendance.At",
                        Wording.T(row.Presence),
                        time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)
                    )
                    : Wording.T(row.Presence)
            );
        if (row.Presence == Presence.Substitute && row.Outcome != Outcome.Substitute)
            words.Add(Wording.T("Attendance.WithoutConsent", row.InPlace));
        if (row.Marked?.Reason is { } reason)
            words.Add(Wording.T("Attendance.MarkedLate", reason));
        return words.Count == 0 ? null : string.Join(Wording.T("Attendance.Separator"), words);
    }

    /// <summary>The recorder and source.</summary>
    public static string? Source(SeeMeeting.Row row) =>
        row.Marked is not { Source: { } source } marked ? null
        : marked.By is null ? Wording.T(source)
        : Wording.T("Attendance.SourceBy", Wording.T(source), marked.By);

    /// <summary>When, by whom and why an invitation was withdrawn.</summary>
    public static string Withdrawn(SeeMeeting.Row row) =>
        Wording.T("Attendance.WithdrawnBy", row.Withdrawal?.At.Brief(), row.Withdrawal?.By, row.Withdrawal?.Because);

    public static string Guest(SeeMeeting.GuestRow guest) => $"{guest.UnitName} {guest.Name} {guest.Post}".Trim();

    /// <summary>Who sat in or, before the start, is invited to.</summary>
    public static string Guests(SeeMeeting.Answer meeting)
    {
        var isHeld = meeting.State.WasHeld();
        var guests = meeting.Guests.Where(g => !isHeld || g.IsPresent).Select(Guest).ToList();
        return Wording.T(
            isHeld ? "Attendance.GuestsCame" : "Attendance.GuestsInvited",
            guests.Count,
            string.Join(Wording.T("Notices.ToSeparator"), guests)
        );
    }

    /// <summary>The state of the quorum.</summary>
    public static string Quorum(QuorumCheck check)
    {
        var words = Wording.T($"Attendance.Quorum_{check.State}", check.Needed, check.PresentCount, check.ShortBy);
        return check.MissesChair ? words + Wording.T("Attendance.ChairMissing") : words;
    }

    /// <summary>The district's rule in words.</summary>
    public static string Rule(Quorum quorum) =>
        quorum.Rule == QuorumRule.ChairAndNumber ? Wording.T("Attendance.ChairAnd", quorum.Number) : Wording.T(quorum.Rule);

    /// <summary>The figures recorded at the opening.</summary>
    public static string Opening(SessionFigures opening)
    {
        var words = Wording.T(
            "Attendance.OpenedWith",
            opening.OpenedAt.Clock(),
            opening.OpenedBy,
            opening.Due,
            opening.Present,
            opening.Substitutes,
            opening.Guests
        );
        return opening.Quorum is not { } state
            ? words
            : words
                + Wording.T($"Attendance.OpenedQuorum_{state}", opening.Needed, opening.ShortBy)
                + (opening.MissesChair ? Wording.T("Attendance.ChairMissing") : "");
    }
}
