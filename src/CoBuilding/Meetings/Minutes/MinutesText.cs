using System.Text.Json;
using CoBuilding.Data;
using CoBuilding.Meetings.Attendance;
using CoBuilding.Meetings.Room;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Meetings.Minutes;

/// <summary>The whole text of minutes: the meeting's facts and what was written. It is read from the rows, or from a step that kept it.</summary>
public sealed record MinutesText(
    string Title, string Host, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Venue, string? Chair, string? Recorder,
    IReadOnlyList<MinutesText.Attendee> Present, IReadOnlyList<MinutesText.Attendee> OnLeave, string? Observers, IReadOnlyList<MinutesText.Item> Items)
{
    public string? DocumentNumber { get; init; }
    public DateOnly? IssuedOn { get; init; }

    /// <summary>Who was there when the meeting was opened in its room, and where the quorum stood; null where nobody opened it there.</summary>
    public OpeningFigures? Opened { get; init; }

    /// <param name="Who">The holder.</param>
    /// <param name="Substitute">Who came in the holder's place.</param>
    public sealed record Attendee(string? Unit, string Who, string? Substitute)
    {
        /// <summary>As it stands in minutes: the unit, the name, and for whom.</summary>
        public string Said => $"{Unit} {(Substitute is null ? Who : Wording.T("Minutes.InPlaceOf", Substitute, Who))}".TrimStart();
    }

    /// <param name="Topic">Null: other matters.</param>
    public sealed record Item(Guid Id, string? Topic, string Said, Consensus? Consensus, string? Reservations, int? VotesFor, int? VotesAgainst, int? VotesAbstained)
    {
        public bool IsBlank => Said.Length == 0 && Consensus is null && Reservations is null;
        public bool HasVotes => VotesFor is not null || VotesAgainst is not null || VotesAbstained is not null;
    }

    private static readonly JsonSerializerOptions Kept = new(JournalJson.Readable) { IgnoreReadOnlyProperties = true };

    public string ToJson() => JsonSerializer.Serialize(this, Kept);

    public static MinutesText FromJson(string json) => JsonSerializer.Deserialize<MinutesText>(json, Kept)!;

    /// <summary>As it stands now. Four statements, however many were invited.</summary>
    internal static async Task<MinutesText> ReadAsync(PortalDb db, MeetingMinutes minutes, CancellationToken ct) =>
        Of(await SeeMeeting.ReadAsync(db, minutes.MeetingId, withReasons: false, ct), minutes, [.. (await ItemsAsync(db, minutes.Id, ct)).Select(i => i.Item)]);

    internal static MinutesText Of(SeeMeeting.Answer meeting, MeetingMinutes minutes, IReadOnlyList<Item> items)
    {
        var it = meeting.Meeting;
        return new MinutesText(it.Title, meeting.Host, it.StartsAt, it.EndsAt, it.Venue, minutes.Chair, minutes.Recorder,
            [.. meeting.Due.Where(r => r.Outcome is Outcome.Present or Outcome.Substitute).Select(Of)],
            [.. meeting.Due.Where(r => r.Outcome == Outcome.Leave).Select(r => new Attendee(r.Unit, r.Holder!, null))], minutes.Observers ?? GuestsOf(meeting), items)
        {
            Opened = meeting.Opening?.Figures,
        };
    }

    /// <summary>The guests who came, unless somebody wrote down otherwise.</summary>
    private static string? GuestsOf(SeeMeeting.Answer meeting)
    {
        var names = string.Join(Wording.T("Minutes.PaperNames"), meeting.Guests.Where(g => g.IsPresent).Select(AttendanceText.Guest));
        return names.Length > 0 ? names : null;
    }

    /// <summary>In the agenda's order, other matters last; each with its row's version.</summary>
    internal static async Task<IReadOnlyList<(Item Item, long Seen)>> ItemsAsync(PortalDb db, Guid minutesId, CancellationToken ct)
    {
        var agenda = db.AgendaItems;
        var items = await db.MinutesItems.AsNoTracking().Where(i => i.MinutesId == minutesId)
            .Select(i => new { i, Agenda = agenda.FirstOrDefault(a => a.Id == i.AgendaItemId) }).ToListAsync(ct);
        return [.. items.OrderBy(x => x.Agenda is null).ThenBy(x => x.Agenda?.Ordinal).Select(x => (Of(x.i, x.Agenda?.Topic), x.i.RowVersion))];
    }

    private static Item Of(MinutesItem item, string? topic) =>
        new(item.Id, topic, item.Said, item.Consensus, item.Reservations, item.VotesFor, item.VotesAgainst, item.VotesAbstained);

    private static Attendee Of(SeeMeeting.Row row) => new(row.Unit, row.Holder!, row.Outcome == Outcome.Substitute ? row.InPlace ?? Wording.T("Minutes.Somebody") : null);
}
