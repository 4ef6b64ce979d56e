using System.Text.Json;
using System.Text.Json.Serialization;
using CoBuilding.Data;
using CoBuilding.Meetings;
using CoBuilding.Meetings.Facts;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Minutes;

/// <summary>
/// The whole text of minutes: the meeting's facts and the written text. It is read from the rows, or from a step that kept it; it contains
/// no localized text, which is added for display.
/// </summary>
/// <param name="Host">The body in charge of the meeting.</param>
/// <param name="Observers">The observers as entered manually; null: <see cref="Guests"/>.</param>
public sealed record MinutesText(
    string Title,
    string Host,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    string Venue,
    string? Chair,
    string? Recorder,
    IReadOnlyList<MinutesText.Attendee> Present,
    IReadOnlyList<MinutesText.Attendee> OnLeave,
    string? Observers,
    IReadOnlyList<MinutesText.Item> Items
)
{
    /// <summary>Further bodies that hold the meeting.</summary>
    public IReadOnlyList<string> CoHosts { get; init; } = [];

    /// <summary>The guests who came.</summary>
    public IReadOnlyList<string> Guests { get; init; } = [];
    public string? DocumentNumber { get; init; }
    public DateOnly? IssuedOn { get; init; }

    /// <summary>Attendance and quorum at the opening; null if the meeting was not opened in the portal.</summary>
    public SessionFigures? Opened { get; init; }

    /// <summary>All who hold it, the host first.</summary>
    public string Hosts => string.Join(Wording.T("Notices.ToSeparator"), [Host, .. CoHosts]);

    /// <summary>The observers: the guests present, unless entered manually.</summary>
    public string? SatIn => Observers ?? Joined(Guests);

    /// <summary>What is read: each item of the agenda, and other matters where there are any.</summary>
    [JsonIgnore]
    public IEnumerable<Item> Written => Items.Where(i => i.Topic is not null || !i.IsBlank);

    /// <param name="Who">The holder.</param>
    /// <param name="Substitute">The substitute.</param>
    public sealed record Attendee(string? Unit, string Who, string? Substitute)
    {
        /// <summary>A substitute whose name was not recorded.</summary>
        public bool BySomebody { get; init; }

        /// <summary>The entry in the minutes: unit, name, and for whom.</summary>
        public string Said => $"{Unit} {(InPlace is { } name ? Wording.T("Minutes.InPlaceOf", name, Who) : Who)}".TrimStart();

        private string? InPlace => Substitute ?? (BySomebody ? Wording.T("Minutes.Somebody") : null);
    }

    /// <param name="Topic">Null: other matters.</param>
    public sealed record Item(
        Guid Id,
        string? Topic,
        string Said,
        Consensus? Consensus,
        string? Reservations,
        int? VotesFor,
        int? VotesAgainst,
        int? VotesAbstained
    )
    {
        /// <summary>Null for other matters, and in older kept texts.</summary>
        public Guid? AgendaItemId { get; init; }
        public bool IsBlank => Said.Length == 0 && Consensus is null && Reservations is null;
        public bool HasVotes => VotesFor is not null || VotesAgainst is not null || VotesAbstained is not null;
    }

    private static readonly JsonSerializerOptions Kept = new(JournalJson.Readable) { IgnoreReadOnlyProperties = true };

    public string ToJson() => JsonSerializer.Serialize(this, Kept);

    public static MinutesText FromJson(string json) => JsonSerializer.Deserialize<MinutesText>(json, Kept)!;

    /// <summary>Whether the meeting's facts are the same in both, ignoring the written text.</summary>
    public bool HasFactsOf(MinutesText other) =>
        (Title, Host, StartsAt, EndsAt, Venue, Opened, SatIn)
            == (other.Title, other.Host, other.StartsAt, other.EndsAt, other.Venue, other.Opened, other.SatIn)
        && CoHosts.SequenceEqual(other.CoHosts)
        && Present.SequenceEqual(other.Present)
        && OnLeave.SequenceEqual(other.OnLeave)
        && Items.Select(i => (i.Id, i.Topic)).SequenceEqual(other.Items.Select(i => (i.Id, i.Topic)));

    /// <summary>As it stands now. Four statements, independent of the number of invitations.</summary>
    internal static async Task<MinutesText> ReadAsync(PortalDb db, MeetingMinutes minutes, CancellationToken ct) =>
        Of(
            await SeeMeeting.ReadAsync(db, minutes.MeetingId, withReasons: false, ct),
            minutes,
            [.. (await ItemsAsync(db, minutes.Id, ct)).Select(i => i.Item)]
        );

    internal static MinutesText Of(SeeMeeting.Answer meeting, MeetingMinutes minutes, IReadOnlyList<Item> items)
    {
        var it = meeting.Meeting;
        return new MinutesText(
            it.Title,
            meeting.Host,
            it.StartsAt,
            it.EndsAt,
            it.Venue,
            minutes.Chair,
            minutes.Recorder,
            [.. meeting.Due.Where(r => r.Outcome is Outcome.Present or Outcome.Substitute).Select(Of)],
            [.. meeting.Due.Where(r => r.Outcome == Outcome.Leave).Select(r => new Attendee(r.Unit, r.Holder!, null))],
            minutes.Observers,
            items
        )
        {
            CoHosts = [.. meeting.CoHosting.Select(b => b.Name)],
            Guests = [.. meeting.Guests.Where(g => g.IsPresent).Select(AttendanceText.Guest)],
            Opened = meeting.Session?.Figures,
        };
    }

    /// <summary>In the agenda's order, other matters last; each with its row's version.</summary>
    internal static async Task<IReadOnlyList<(Item Item, long RowVersion)>> ItemsAsync(PortalDb db, Guid minutesId, CancellationToken ct)
    {
        var agenda = db.AgendaItems;
        var items = await db
            .MinutesItems.AsNoTracking()
            .Where(i => i.MinutesId == minutesId)
            .Select(i => new { i, Agenda = agenda.FirstOrDefault(a => a.Id == i.AgendaItemId) })
            .ToListAsync(ct);
        return
        [
            .. items.OrderBy(x => x.Agenda is null).ThenBy(x => x.Agenda?.Ordinal).Select(x => (Of(x.i, x.Agenda?.Topic), x.i.RowVersion)),
        ];
    }

    private static Item Of(MinutesItem item, string? topic) =>
        new(item.Id, topic, item.Said, item.Consensus, item.Reservations, item.VotesFor, item.VotesAgainst, item.VotesAbstained)
        {
            AgendaItemId = item.AgendaItemId,
        };

    private static Attendee Of(SeeMeeting.Row row) =>
        row.Outcome == Outcome.Substitute
            ? new(row.Unit, row.Holder!, row.InPlace) { BySomebody = row.InPlace is null }
            : new(row.Unit, row.Holder!, null);

    private static string? Joined(IReadOnlyCollection<string> names) =>
        names.Count > 0 ? string.Join(Wording.T("Minutes.PaperNames"), names) : null;
}
