using System.Globalization;
using CoBuilding.Data;
using CoBuilding.Documents.Importing;
using CoBuilding.Places;
using CoBuilding.Texts;
using CoBuilding.Units;
using CoBuilding.Units.Importing;
using CoBuilding.Units.People;
using Line = CoBuilding.Documents.Importing.ImportedList<CoBuilding.Committees.Importing.RosterColumn>.Line;

namespace CoBuilding.Committees.Importing;

/// <summary>Reads one line of a roster: committee, seat, unit and person. The texts are in the current language.</summary>
internal sealed class RosterRowReader(Line line, RosterLookup known, Guid? committeeId, CultureInfo culture, DateOnly today)
{
    private readonly RosterRow row = new(line.Number);
    private RowFindings Findings => row.Findings;

    public RosterRow Read()
    {
        if (line.Problem is not null)
            Findings.Refuse(Wording.T(line.Problem));
        row.From = Findings.Day(line[RosterColumn.From], Label(RosterColumn.From));
        row.Until = Findings.Day(line[RosterColumn.Until], Label(RosterColumn.Until));
        row.EndReason = Word<EndReason>(RosterColumn.EndReason);
        row.Role = Word<SeatRole>(RosterColumn.Role);
        (row.Title, row.LetterNumber) = (Text(RosterColumn.Title, 40), Text(RosterColumn.LetterNumber, 40));
        (row.QuotaReason, row.DoublePostReason) = (Text(RosterColumn.QuotaReason, 200), Text(RosterColumn.DoublePostReason, 200));
        var keyed = Keyed();
        var committee = keyed?.Committee ?? (line[RosterColumn.Key] is null ? Committee() : null);
        if (committee is not null)
            row.Seat = keyed ?? Seat(committee);
        if (row.Seat is { } seat && line[RosterColumn.Person] is { } name && !RosterColumns.IsVacant(name))
            row.Person = seat.Individual ?? Person(seat, CellText.PersonName(name));
        if (row.Seat is not null && row.Person is not null)
            Appointment(row.Seat, row.Person);
        if (keyed is not null)
            CompareUnit(keyed);
        row.Seat?.Rows.Add(row);
        if (row.Seat?.Known is { } there)
            CompareSeat(there);
        row.Shown =
        [
            (row.Seat?.Committee.Name ?? line[RosterColumn.Committee]),
            row.Seat?.Unit?.Name ?? line[RosterColumn.Unit] ?? (row.Seat is { } s ? Wording.T(s.Kind) : null),
            row.Person?.Name ?? line[RosterColumn.Person],
            row.Title ?? row.Seat?.Known?.Title,
            row.Term?.From.InShort(),
            row.Term?.Until?.InShort(),
        ];
        return row;
    }

    private PlannedSeat? Keyed()
    {
        if (line[RosterColumn.Key] is not { } key)
            return null;
        var seat = Guid.TryParse(key, out var id) ? known.SeatByKey(id) : null;
        if (seat is null)
            Findings.Refuse(Wording.T("Importing.KeyUnknown"), Label(RosterColumn.Key));
        return seat;
    }

    private Committee? Committee()
    {
        if (line[RosterColumn.Committee] is not { } name)
        {
            if (committeeId is { } id && known.CommitteeById(id) is { } asked)
                return asked;
            Findings.Refuse(Wording.T("Importing.CommitteeMissing"), Label(RosterColumn.Committee));
            return null;
        }
        Place? place = null;
        if (line[RosterColumn.Street] is not null || line[RosterColumn.Place] is not null)
        {
            (place, var problem) = known.Finder.Find(line[RosterColumn.Street], line[RosterColumn.Place]);
            if (problem is not null)
            {
                Findings.Refuse(problem);
                return null;
            }
        }
        var named = known.CommitteesNamed(name, place);
        if (named.Count == 1)
            return named[0];
        Findings.Refuse(
            named.Count == 0
                ? Wording.T("Importing.CommitteeUnknown", name)
                : Wording.T(
                    "Importing.CommitteeAmbiguous",
                    name,
                    string.Join(Wording.T("Importing.Separator"), named.Select(c => known.PlaceOf(c).Name))
                ),
            Label(RosterColumn.Committee)
        );
        return null;
    }

    private PlannedSeat? Seat(Committee committee)
    {
        var kind = Word<SeatKind>(RosterColumn.SeatKind) ?? (line[RosterColumn.Unit] is null ? null : SeatKind.PartTime);
        var name = line[RosterColumn.Person] is { } person && !RosterColumns.IsVacant(person) ? CellText.PersonName(person) : null;
        switch (kind)
        {
            case SeatKind.PartTime:
                if (Unit(committee) is not { } unit)
                    return null;
                return known.SeatOf(committee, unit, row.From)
                    ?? known.Plan(
                        (committee.Id, unit.Id),
                        () =>
                            new PlannedSeat
                            {
                                Committee = committee,
                                Kind = SeatKind.PartTime,
                                Unit = unit,
                            }
                    );
            case SeatKind.FullTime:
                if (name is null)
                    return new PlannedSeat { Committee = committee, Kind = SeatKind.FullTime };
                return known.SeatHeldBy(committee, SeatKind.FullTime, name)
                    ?? known.Plan(
                        (committee.Id, SeatKind.FullTime, name),
                        () => new PlannedSeat { Committee = committee, Kind = SeatKind.FullTime }
                    );
            case SeatKind.Individual when name is not null:
                return known.SeatHeldBy(committee, SeatKind.Individual, name)
                    ?? known.Plan(
                        (committee.Id, SeatKind.Individual, name),
                        () =>
                            new PlannedSeat
                            {
                                Committee = committee,
                                Kind = SeatKind.Individual,
                                Individual = Office(committee, name),
                            }
                    );
            case SeatKind.Individual:
                Findings.Refuse(Wording.T("Importing.IndividualUnnamed"), Label(RosterColumn.Person));
                return null;
            default:
                if (line[RosterColumn.SeatKind] is null)
                    Findings.Refuse(Wording.T("Importing.SeatUnclear"), Label(RosterColumn.Unit));
                return null;
        }
    }

    /// <summary>A unit that resides within the committee's place; a new one if the row gives its kind.</summary>
    private PlannedUnit? Unit(Committee committee)
    {
        if (line[RosterColumn.Unit] is not { } name)
        {
            Findings.Refuse(Wording.T("Importing.UnitOfSeatMissing"), Label(RosterColumn.Unit));
            return null;
        }
        var (residence, problem) = line[RosterColumn.UnitPlace] is { } said ? known.Finder.Find(null, said) : (null, null);
        if (problem is not null)
        {
            Findings.Refuse(problem, Label(RosterColumn.UnitPlace));
            return null;
        }
        var named = known
            .UnitsNamed(name)
            .Where(u => residence is null || u.PlaceId == residence.Id || known.Finder.Above(u.PlaceId) == residence.Id)
            .ToList();
        var within = named.Where(u => known.IsWithin(committee, u.PlaceId)).ToList();
        // A unit that has left is used only if no current unit has that name.
        if (within.Count > 1 && within.Count(u => u.EndedOn is null) == 1)
            within = [.. within.Where(u => u.EndedOn is null)];
        if (within.Count == 1)
            return known.PlanFor(within[0]);
        if (within.Count > 1)
        {
            Findings.Refuse(
                Wording.T(
                    "Importing.UnitAmbiguous",
                    name,
                    string.Join(Wording.T("Importing.Separator"), within.Select(u => known.Finder.NameOf(u.PlaceId)))
                ),
                Label(RosterColumn.Unit)
            );
            return null;
        }
        if (named.Count > 0)
        {
            Findings.Refuse(
                Wording.T("Importing.UnitElsewhere", name, known.Finder.NameOf(named[0].PlaceId), known.PlaceOf(committee).Name),
                Label(RosterColumn.Unit)
            );
            return null;
        }
        return NewUnit(committee, name, residence);
    }

    private PlannedUnit? NewUnit(Committee committee, string name, Place? said)
    {
        var residence = said ?? (known.PlaceOf(committee) is { Level: not PlaceLevel.District } here ? here : null);
        if (line[RosterColumn.UnitKind] is not { } word || residence is null)
        {
            Findings.Refuse(Wording.T("Importing.UnitNotWithin", name, known.PlaceOf(committee).Name), Label(RosterColumn.Unit));
            return null;
        }
        if (known.Kinds.Find(word) is not { RetiredOn: null } kind)
        {
            Findings.Refuse(
                Wording.T(
                    "Importing.KindUnknown",
                    word,
                    string.Join(Wording.T("Importing.Separator"), known.Kinds.InUse.Select(k => k.Said))
                ),
                Label(RosterColumn.UnitKind)
            );
            return null;
        }
        var form = new EnterUnit.Form
        {
            Name = name,
            KindId = kind.Id,
            PlaceId = residence.Id,
        };
        Findings.CheckShape(form, culture, _ => Label(RosterColumn.Unit));
        if (!Findings.IsGood)
            return null;
        Findings.Note(Wording.T("Importing.UnitEntered", residence.Name));
        return known.PlanFor(form, kind, residence);
    }

    private void CompareUnit(PlannedSeat seat)
    {
        if (
            line[RosterColumn.Unit] is { } name
            && (seat.Unit is null || (!CellText.Same(seat.Unit.Name, name) && !CellText.Same(seat.Unit.Known?.ShortName, name)))
        )
            Findings.Refuse(Wording.T("Importing.SeatOfAnotherUnit", seat.Unit?.Name ?? Wording.T(seat.Kind)), Label(RosterColumn.Unit));
    }

    /// <summary>A current or past holder of the seat, else a person of the unit or office, else a new person.</summary>
    private PlannedPerson? Person(PlannedSeat seat, string name)
    {
        var mobile = UnitShapes.Tidy(ImportContacts.Mobile(Findings, line[RosterColumn.Mobile], Label(RosterColumn.Mobile)));
        var namesakes = known.PeopleOf(seat.Unit, seat.Committee).Where(h => h.Is(name)).DistinctBy(h => h.Person.Id).ToList();
        if (
            seat.Appointments.LastOrDefault(a =>
                CellText.PersonName(known.NameOf(a.PersonId)) == name && (row.From is null || a.From == row.From)
            ) is
            { } held
        )
            return new PlannedPerson
            {
                Id = held.PersonId,
                Name = known.NameOf(held.PersonId),
                PostHolder = namesakes.Find(h => h.IsOf(held.PersonId)),
            };
        if (mobile is not null && namesakes.Count > 1)
            namesakes = [.. namesakes.Where(h => h.Person.Mobile == mobile)];
        if (namesakes.Count > 1)
        {
            Findings.Refuse(Wording.T("Importing.PersonAmbiguous", name), Label(RosterColumn.Person));
            return null;
        }
        if (namesakes.Count == 1)
            return new PlannedPerson
            {
                Id = namesakes[0].Person.Id,
                Name = namesakes[0].Person.Name,
                PostHolder = namesakes[0],
            };
        if (seat.Unit is { WithholdsNames: true } && !CellText.Same(line[RosterColumn.UnitTitle], name))
            Findings.Refuse(Wording.T("Units.NamesAreWithheld"), Label(RosterColumn.Person));
        return seat.Unit is null
            ? Office(seat.Committee, name)
            : Newcomer(("person", seat.Unit.Id, name), name, mobile, "Importing.PostUnsaid");
    }

    private PlannedPerson Office(Committee committee, string name)
    {
        var there = known.PeopleOf(null, committee).Where(h => h.Is(name)).DistinctBy(h => h.Person.Id).ToList();
        if (there.Count == 1)
            return new PlannedPerson
            {
                Id = there[0].Person.Id,
                Name = there[0].Person.Name,
                PostHolder = there[0],
            };
        return Newcomer(
            ("person", committee.PlaceId, name),
            name,
            UnitShapes.Tidy(ImportContacts.Mobile(Findings, line[RosterColumn.Mobile], Label(RosterColumn.Mobile))),
            "Importing.PostUnsaid"
        );
    }

    private PlannedPerson Newcomer(object key, string name, string? mobile, string unsaid)
    {
        var form = new EnterPerson.Form
        {
            Name = name,
            Title = line[RosterColumn.UnitTitle] ?? Wording.T(unsaid),
            Mobile = mobile,
        };
        Findings.CheckShape(form, culture, _ => Label(RosterColumn.Person));
        var from = row.From ?? today;
        var person = known.Plan(
            key,
            () =>
                new PlannedPerson
                {
                    Id = form.PersonId,
                    Name = form.Name,
                    Form = form,
                    PostFrom = from,
                    PostUntil = row.Until,
                }
        );
        if (from < person.PostFrom)
            person.PostFrom = from;
        // A person who left the seat may still be at the unit; the list only gives the days on the seat.
        if (person.PostUntil is { } end && !row.HasEndedBy(end))
            person.PostUntil = row.Until;
        return person;
    }

    /// <summary>Which of the known appointments the row is about, and what it changes of it; a new one needs its first day.</summary>
    private void Appointment(PlannedSeat seat, PlannedPerson person)
    {
        var own = seat.Appointments.Where(a => a.PersonId == person.Id || person.PostHolder?.IsOf(a.PersonId) is true).ToList();
        var until = row.Until ?? DateOnly.MaxValue;
        row.Known =
            own.Find(a => a.From == row.From)
            ?? (
                row.From is { } from
                    ? own.Find(a => a.From < until && !a.HasEndedBy(from))
                    : own.Find(a => a.IsKnown() && a.IsOn(today)) ?? own.LastOrDefault()
            );
        if (row.Until is { } last && row.Term?.From >= last)
            Findings.Refuse(Wording.T("Importing.UntilBeforeFrom"), Label(RosterColumn.Until));
        if (row.Known is null)
        {
            if (row.From is null)
                Findings.Refuse(Wording.T("Importing.FromMissing"), Label(RosterColumn.From));
            return;
        }
        var before = row.Known;
        if (row.From is { } first && first != before.From)
            Findings.Change(Label(RosterColumn.From), before.From.InShort(), first.InShort());
        if (row.Until is { } end && end != before.Until)
            Findings.Change(Label(RosterColumn.Until), before.Until?.InShort(), end.InShort());
        if (row.EndReason is { } reason && reason != before.EndReason)
            Findings.Change(Label(RosterColumn.EndReason), before.EndReason is { } old ? Wording.T(old) : null, Wording.T(reason));
        if (row.LetterNumber is not null && !CellText.Same(before.LetterNumber, row.LetterNumber))
            Findings.Change(Label(RosterColumn.LetterNumber), before.LetterNumber, row.LetterNumber);
    }

    private void CompareSeat(Seat seat)
    {
        if (row.Role is { } role && role != seat.Role)
            Findings.Change(Label(RosterColumn.Role), Wording.T(seat.Role), Wording.T(role));
        if (row.Title is { } title && CellText.Same(seat.Title, title))
            row.Title = seat.Title;
        else if (row.Title is not null)
            Findings.Change(Label(RosterColumn.Title), seat.Title, row.Title);
    }

    private T? Word<T>(RosterColumn column)
        where T : struct, Enum
    {
        if (line[column] is not { } text)
            return null;
        var found = RosterColumns.Find<T>(text);
        if (found is null)
            Findings.Refuse(
                Wording.T(
                    "Importing.WordUnknown",
                    text,
                    string.Join(Wording.T("Importing.Separator"), Enum.GetValues<T>().Select(v => Wording.T(v)))
                ),
                Label(column)
            );
        return found;
    }

    private string? Text(RosterColumn column, int longest)
    {
        if (line[column] is not { } text || text.Length <= longest)
            return line[column];
        Findings.Refuse(Wording.T("Importing.TooLong", longest, text.Length), Label(column));
        return null;
    }

    private static string Label(RosterColumn column) => RosterColumns.Words.Label(column);
}
