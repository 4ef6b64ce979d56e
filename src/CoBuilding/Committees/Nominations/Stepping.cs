using System.Globalization;
using System.Text.RegularExpressions;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Places.Workdays;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Committees.Nominations;

/// <summary>One step of many nominations, with what it needs to know of them: read in a fixed number of statements.</summary>
internal sealed partial class Stepping
{
    private readonly PortalDb db;
    private readonly AdvanceNominations.Form form;
    private readonly StepNote note;
    private readonly NominationChain chain;
    private readonly Dictionary<Guid, string> names;
    private readonly Dictionary<Guid, Place> places;
    private readonly Appointing? appointing;
    private readonly WorkdayCalendar calendar;

    private Stepping(
        PortalDb db, AdvanceNominations.Form form, NominationChain chain, Dictionary<Guid, string> names, Dictionary<Guid, Place> places, Appointing? appointing, WorkdayCalendar calendar)
    {
        (this.db, this.form, this.chain, this.names, this.places, this.appointing, this.calendar) = (db, form, chain, names, places, appointing, calendar);
        note = new StepNote(form.On!.Value, db.Now, form.DocumentNumber.OrNull(), form.Remark.OrNull());
    }

    public static async Task<Stepping> ReadAsync(PortalDb db, AdvanceNominations.Form form, IReadOnlyList<Nomination> nominations, CancellationToken ct)
    {
        var (people, at) = (nominations.Select(n => n.PersonId).ToArray(), nominations.Select(n => n.PlaceId).ToArray());
        return new Stepping(
            db, form, await NominationChain.ReadAsync(db, ct),
            await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct),
            await db.Places.AsNoTracking().Where(p => at.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct),
            form.Deed == NominationDeed.Appointed ? await Appointing.ReadAsync(db, nominations, ct) : null,
            form.Deed == NominationDeed.Publicized ? await WorkdayCalendar.ReadAsync(db, ct) : WorkdayCalendar.WeekAlone);
    }

    /// <summary>All seats of the committees are free from this day on: their terms end.</summary>
    public void FreeSeats(DateOnly on) => appointing!.EndAll(on);

    /// <param name="throws">A refusal is thrown instead of being told in the row.</param>
    public IReadOnlyList<AdvanceNominations.Row> TakeAll(IReadOnlyList<(Nomination Nomination, long Seen)> chosen, bool throws)
    {
        List<AdvanceNominations.Row> rows = [];
        foreach (var (nomination, seen) in chosen)
        {
            var letter = LetterNumber(rows.Count(r => r.Refusal is null));
            RuleBroken? refusal = null;
            try
            {
                if (nomination.RowVersion != seen) throw NominationsRules.ChangedMeanwhile();
                Take(nomination, letter);
            }
            catch (RuleBroken broken) when (!throws)
            {
                (refusal, letter) = (broken, null);
            }
            rows.Add(new AdvanceNominations.Row(nomination.Id, names[nomination.PersonId], letter, refusal));
        }
        return rows;
    }

    private void Take(Nomination nomination, string? letterNumber) => db.NominationSteps.Add(form.Deed switch
    {
        NominationDeed.Consented => nomination.Consent(chain, form.PersonIsWilling, form.Source!.Value, note),
        NominationDeed.Screened => nomination.Screen(chain, note),
        NominationDeed.Submitted => nomination.Submit(chain, note),
        NominationDeed.Approved => Approve(nomination),
        NominationDeed.Publicized => nomination.Publicize(chain, calendar.AfterWorkdays(note.On, form.Workdays ?? chain.PublicityWorkdays), note),
        _ => appointing!.Appoint(nomination, chain, names[nomination.PersonId], letterNumber, new Reasons(form.QuotaReason.OrNull(), form.DoublePostReason.OrNull()), note),
    });

    private NominationStep Approve(Nomination nomination)
    {
        var place = places[nomination.PlaceId];
        if (!LevelAbove.IsWithin(db, place)) throw NominationsRules.NotLevelAbove();
        return nomination.Approve(place.Level == PlaceLevel.District, note);
    }

    /// <summary>The first one's, its last number raised by as many as were given already.</summary>
    private string? LetterNumber(int given) => form.LetterNumber.OrNull() is { } first
        ? LastNumber().Replace(first, m => (long.Parse(m.Value, CultureInfo.InvariantCulture) + given).ToString($"D{m.Length}", CultureInfo.InvariantCulture), 1)
        : null;

    [GeneratedRegex(@"[0-9]{1,9}(?=[^0-9]*$)")]
    private static partial Regex LastNumber();
}
