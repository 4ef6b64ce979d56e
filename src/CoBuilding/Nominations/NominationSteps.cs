using System.Globalization;
using System.Text.RegularExpressions;
using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Places.Workdays;
using CoBuilding.Units;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Nominations;

/// <summary>One step for many nominations; the required data is read in a fixed number of statements.</summary>
internal sealed partial class NominationSteps
{
    private readonly PortalDb db;
    private readonly AdvanceNominations.Form form;
    private readonly StepDetails note;
    private readonly NominationChain chain;
    private readonly Dictionary<Guid, string> names;
    private readonly Dictionary<Guid, Place> places;
    private readonly NomineeAppointments? nomineeAppointments;
    private readonly WorkdayCalendar calendar;

    private NominationSteps(
        PortalDb db,
        AdvanceNominations.Form form,
        NominationChain chain,
        Dictionary<Guid, string> names,
        Dictionary<Guid, Place> places,
        NomineeAppointments? nomineeAppointments,
        WorkdayCalendar calendar
    )
    {
        (this.db, this.form, this.chain, this.names, this.places, this.nomineeAppointments, this.calendar) = (
            db,
            form,
            chain,
            names,
            places,
            nomineeAppointments,
            calendar
        );
        note = new StepDetails(form.On!.Value, db.Now, form.DocumentNumber.OrNull(), form.Remark.OrNull());
    }

    public static async Task<NominationSteps> ReadAsync(
        PortalDb db,
        AdvanceNominations.Form form,
        IReadOnlyList<Nomination> nominations,
        CancellationToken ct
    )
    {
        var (people, at) = (nominations.Select(n => n.PersonId).ToArray(), nominations.Select(n => n.PlaceId).ToArray());
        return new NominationSteps(
            db,
            form,
            await NominationChain.ReadAsync(db, ct),
            await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct),
            await db.Places.AsNoTracking().Where(p => at.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct),
            form.Action == NominationAction.Appointed ? await NomineeAppointments.ReadAsync(db, nominations, ct) : null,
            form.Action == NominationAction.Publicized ? await WorkdayCalendar.ReadAsync(db, ct) : WorkdayCalendar.WeekAlone
        );
    }

    /// <summary>All seats of the committees are free from this day on: their terms end.</summary>
    public void FreeSeats(DateOnly on) => nomineeAppointments!.EndAll(on);

    /// <param name="throws">A refusal is thrown instead of being returned in the row.</param>
    public IReadOnlyList<AdvanceNominations.Row> TakeAll(IReadOnlyList<(Nomination Nomination, long Seen)> chosen, bool throws)
    {
        List<AdvanceNominations.Row> rows = [];
        foreach (var (nomination, version) in chosen)
        {
            var letter = LetterNumber(rows.Count(r => r.Refusal is null));
            RuleBroken? refusal = null;
            try
            {
                if (nomination.RowVersion != version)
                    throw NominationsRules.ChangedMeanwhile();
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

    private void Take(Nomination nomination, string? letterNumber) =>
        db.NominationSteps.Add(
            form.Action switch
            {
                NominationAction.Consented => nomination.Consent(chain, form.PersonIsWilling, form.Source!.Value, note),
                NominationAction.Screened => nomination.Screen(chain, note),
                NominationAction.Submitted => nomination.Submit(chain, note),
                NominationAction.Approved => Approve(nomination),
                NominationAction.Publicized => nomination.Publicize(
                    chain,
                    calendar.AfterWorkdays(note.On, form.Workdays ?? chain.PublicityWorkdays),
                    note
                ),
                _ => nomineeAppointments!.Appoint(
                    nomination,
                    chain,
                    names[nomination.PersonId],
                    letterNumber,
                    new AppointmentReasons(form.QuotaReason.OrNull(), form.DoublePostReason.OrNull()),
                    note
                ),
            }
        );

    private NominationStep Approve(Nomination nomination)
    {
        var place = places[nomination.PlaceId];
        if (!LevelAbove.IsWithin(db, place))
            throw NominationsRules.NotLevelAbove();
        return nomination.Approve(place.Level == PlaceLevel.District, note);
    }

    /// <summary>The first one's, its last number raised by as many as were given already.</summary>
    private string? LetterNumber(int given) =>
        form.LetterNumber.OrNull() is { } first
            ? LastNumber()
                .Replace(
                    first,
                    m => (long.Parse(m.Value, CultureInfo.InvariantCulture) + given).ToString($"D{m.Length}", CultureInfo.InvariantCulture),
                    1
                )
            : null;

    [GeneratedRegex(@"[0-9]{1,9}(?=[^0-9]*$)")]
    private static partial Regex LastNumber();
}
