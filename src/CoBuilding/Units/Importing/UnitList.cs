using System.Globalization;
using CoBuilding.Data;
using CoBuilding.Documents.Importing;
using CoBuilding.Places;
using CoBuilding.Texts;
using CoBuilding.Units.People;
using Microsoft.EntityFrameworkCore;
using Line = CoBuilding.Documents.Importing.ImportedList<CoBuilding.Units.Importing.UnitColumn>.Line;

namespace CoBuilding.Units.Importing;

/// <summary>A list of units, each row checked against existing data. A blank cell changes nothing.</summary>
internal sealed class UnitList : CheckedList
{
    private readonly IReadOnlyList<Checked> rows;

    private UnitList(ImportedList<UnitColumn> list, IReadOnlyList<Checked> rows)
    {
        this.rows = rows;
        Check = list.Found(
            Wording.T("Importing.Units"),
            [UnitColumn.Name, UnitColumn.Kind, UnitColumn.Place, UnitColumn.Secretary, UnitColumn.LiaisonOfficer],
            rows.Select(r => r.Row)
        );
    }

    public override ImportCheck Check { get; }

    /// <summary>Four statements, independent of the number of rows.</summary>
    public static async Task<CheckedList> ReadAsync(IncomingList incoming, CancellationToken ct)
    {
        var (db, culture) = (incoming.Db, incoming.Scope.Culture);
        var list = await incoming.LinesAsync(UnitColumns.All, ct);
        incoming.Progress?.Report(new ImportStep(ImportPhase.Reading, list.Lines.Count, list.Lines.Count));
        var finder = new PlaceFinder(await db.Places.AsNoTracking().OrderBy(p => p.Code).ToListAsync(ct), db.Reach);
        var kinds = await UnitKindList.ReadAsync(db, ct);
        var placed = CultureScope.In(
            culture,
            () => list.Lines.Select(l => (Line: l, Place: finder.Find(l[UnitColumn.Street], l[UnitColumn.Place]))).ToList()
        );
        var known = await Known.ReadAsync(db, placed.Select(p => p.Place.Place?.Id), list.Lines, ct);
        return CultureScope.In(
            culture,
            () =>
            {
                var importProgress = new ImportProgress(incoming.Progress, ImportPhase.Checking, list.Lines.Count, ct);
                List<Checked> rows = [];
                foreach (var (line, place) in placed)
                {
                    rows.Add(new RowReader(line, known, finder, kinds, culture, db.Today).Check(place));
                    importProgress.Add(1);
                }
                return new UnitList(list, rows);
            }
        );
    }

    public override async Task SaveAsync(PortalDb db, IProgress<ImportStep>? progress, CancellationToken ct)
    {
        var adding = new Additions();
        foreach (var row in rows.Where(r => r.Row.Status is RowStatus.New or RowStatus.Update))
            row.Write(db, adding);
        await adding.SaveAsync(db, progress, ct);
    }

    /// <summary>A row with what it would save.</summary>
    /// <param name="Unit">The unit as known; null for a new one.</param>
    private sealed record Checked(
        ImportRow Row,
        EnterUnit.Form Form,
        DistrictUnitKind? Kind,
        ResidentUnit? Unit,
        Duty? Secretary,
        Duty? Liaison
    )
    {
        public void Write(PortalDb db, Additions adding)
        {
            var unit =
                Unit
                ?? new ResidentUnit
                {
                    Id = Form.UnitId,
                    Name = "",
                    PlaceId = Form.PlaceId!.Value,
                };
            if (Unit is null)
                adding.Units.Add(unit);
            else
                db.Attach(unit);
            Form.WriteTo(unit, Kind!);
            // In small units the secretary is also the liaison officer.
            var both = Secretary is not null && Liaison is { Who: null } && Liaison.IsSameAs(Secretary);
            if (both)
                Secretary!.Form.Mobile ??= Liaison!.Form.Mobile;
            var secretary = Secretary?.Write(db, adding, unit, isSecretary: true);
            if (Liaison is not null)
                unit.LiaisonOfficerId = both ? secretary : Liaison.Write(db, adding, unit, isSecretary: false);
        }
    }

    /// <summary>What a row says of the unit's secretary or its liaison officer.</summary>
    /// <param name="Who">An existing person of the unit.</param>
    /// <param name="Stays">That one has the duty already.</param>
    /// <param name="NewTitle">Of the post that this one keeps; null where it stays as it is.</param>
    /// <param name="Before">Whom a new secretary relieves.</param>
    private sealed record Duty(EnterPerson.Form Form, PostHolder? Who, bool Stays, string? NewTitle, Post? Before)
    {
        public bool IsSameAs(Duty other) =>
            Who?.Person.Id == other.Who?.Person.Id
            && Form.Name == other.Form.Name
            && (Form.Mobile is null || other.Form.Mobile is null || UnitShapes.Tidy(Form.Mobile) == UnitShapes.Tidy(other.Form.Mobile));

        public Guid Write(PortalDb db, Additions adding, ResidentUnit unit, bool isSecretary)
        {
            if (Who is { } known)
            {
                if (UnitShapes.Tidy(Form.Mobile) is { } mobile && mobile != known.Person.Mobile)
                {
                    db.Attach(known.Person);
                    known.Person.Mobile = mobile;
                }
                if (NewTitle is not null)
                {
                    db.Attach(known.Post);
                    known.Post.Title = NewTitle;
                }
                if (Stays || !isSecretary)
                    return known.Person.Id;
            }
            if (Before is not null)
                adding.Ending.Add(Before);
            var person = Who?.Person ?? adding.Person(Form.PersonId, Form.Name, Form.Mobile);
            adding.Posts.Add(
                new Post
                {
                    Id = Form.PostId,
                    PersonId = person.Id,
                    UnitId = unit.Id,
                    PlaceId = unit.PlaceId,
                    Title = Form.Title,
                    IsSecretary = isSecretary,
                    From = db.Today,
                }
            );
            return person.Id;
        }
    }

    /// <summary>Rows to be added, those that others point to first.</summary>
    private sealed class Additions
    {
        private readonly List<Person> people = [];

        public List<ResidentUnit> Units { get; } = [];
        public List<Post> Posts { get; } = [];
        public List<Post> Ending { get; } = [];

        public Person Person(Guid id, string name, string? mobile)
        {
            var person = new Person
            {
                Id = id,
                Name = name,
                Mobile = UnitShapes.Tidy(mobile),
            };
            people.Add(person);
            return person;
        }

        public async Task SaveAsync(PortalDb db, IProgress<ImportStep>? progress, CancellationToken ct)
        {
            var importProgress = new ImportProgress(progress, ImportPhase.Saving, people.Count + Units.Count + Posts.Count, ct);
            await db.AddManyAsync(people, importProgress.Add, ct);
            await db.AddManyAsync(Units, importProgress.Add, ct);
            await db.AddManyAsync(Posts, importProgress.Add, ct);
            if (Ending.Count == 0)
                return;
            db.AttachRange(Ending);
            await EndPost.EndAsync(db, [.. Ending.Select(p => (p, db.Today))], ct);
        }
    }

    /// <summary>The units that the rows can mean, with their people of today.</summary>
    private sealed class Known
    {
        private readonly Dictionary<Guid, ResidentUnit> byId;
        private readonly ILookup<string, ResidentUnit> byName;
        private readonly ILookup<Guid, PostHolder> people;
        private readonly Dictionary<object, int> seen = [];

        private Known(IReadOnlyList<ResidentUnit> units, IEnumerable<PostHolder> people)
        {
            byId = units.ToDictionary(u => u.Id);
            byName = units.Where(u => u.EndedOn is null).OrderBy(u => !u.IsListed).ToLookup(u => SynonymFile.Key(u.Name));
            this.people = people.ToLookup(h => h.Post.UnitId!.Value);
        }

        public static async Task<Known> ReadAsync(
            PortalDb db,
            IEnumerable<Guid?> residences,
            IReadOnlyList<Line> lines,
            CancellationToken ct
        )
        {
            var today = db.Today;
            Guid[] places = [.. residences.OfType<Guid>().Distinct()];
            string[] names = [.. lines.Select(l => l[UnitColumn.Name]).OfType<string>().Distinct()];
            Guid[] keys = [.. lines.Select(l => Guid.TryParse(l[UnitColumn.Key], out var key) ? key : Guid.Empty).Distinct()];
            var units = await db
                .Units.AsNoTracking()
                .Where(u => keys.Contains(u.Id) || (u.EndedOn == null && (places.Contains(u.PlaceId) || names.Contains(u.Name))))
                .OrderBy(u => u.Id)
                .ToListAsync(ct);
            Guid[] ids = [.. units.Select(u => u.Id)];
            var people = await ImportContacts.HoldingsAsync(
                db,
                db.Posts.On(today)
                    .Where(o => o.UnitId != null && ids.Contains(o.UnitId.Value))
                    .OrderBy(o => o.IsSecretary)
                    .ThenBy(o => o.Id),
                ct
            );
            return new Known(units, people);
        }

        public ResidentUnit? ById(Guid id) => byId.GetValueOrDefault(id);

        public IEnumerable<ResidentUnit> Named(string? name) => name is null ? [] : byName[SynonymFile.Key(name)];

        public IReadOnlyList<PostHolder> PeopleOf(ResidentUnit? unit) => unit is null ? [] : [.. people[unit.Id]];

        /// <summary>The earlier row with the same content; null if none.</summary>
        public int? Before(object what, int row) => seen.TryAdd(what, row) ? null : seen[what];
    }

    /// <summary>One line becomes forms; the texts are in the current language.</summary>
    private sealed class RowReader(Line line, Known known, PlaceFinder finder, UnitKindList kinds, CultureInfo culture, DateOnly today)
    {
        private readonly RowFindings findings = new(line.Number);
        private ResidentUnit? unit;
        private bool withholdsNames;

        public Checked Check((Place? Place, string? Problem) found)
        {
            if (line.Problem is not null)
                findings.Refuse(Wording.T(line.Problem));
            unit = Unit(found.Place);
            var place = Place(found);
            var kind = Kind();
            var form = new EnterUnit.Form
            {
                // A unit found by name keeps its name, even if bracket widths differ.
                Name = unit is not null && line[UnitColumn.Key] is null ? unit.Name : Text(UnitColumn.Name, unit?.Name) ?? "",
                ShortName = Text(UnitColumn.ShortName, unit?.ShortName),
                KindId = kind?.Id,
                PlaceId = place,
                SuperiorOrganization = Text(UnitColumn.SuperiorOrganization, unit?.SuperiorOrganization),
                PartyOrganization = PartyOrganization(),
                Address = Text(UnitColumn.Address, unit?.Address),
                Remark = Text(UnitColumn.Remark, unit?.Remark),
                ShowsPersonalNames = unit?.ShowsPersonalNames ?? false,
            };
            if (kind?.Kind == UnitKind.Military)
                CheckMilitary();
            findings.CheckShape(
                form,
                culture,
                null,
                line[UnitColumn.Kind] is null ? [nameof(form.PlaceId)] : [nameof(form.PlaceId), nameof(form.KindId)]
            );
            var people = known.PeopleOf(unit);
            withholdsNames = kind?.Kind == UnitKind.Military && !form.ShowsPersonalNames;
            var secretary = Duty(
                UnitColumn.Secretary,
                UnitColumn.SecretaryTitle,
                UnitColumn.SecretaryMobile,
                people,
                people.FirstOrDefault(h => h.Post.IsSecretary)
            );
            var liaison = Duty(
                UnitColumn.LiaisonOfficer,
                UnitColumn.LiaisonTitle,
                UnitColumn.LiaisonMobile,
                people,
                people.FirstOrDefault(h => h.IsOf(unit?.LiaisonOfficerId))
            );
            var gone = Ended();
            Repeated(form);
            if (unit is null && place is not null && known.Named(form.Name).FirstOrDefault(u => u.PlaceId != place) is { } namesake)
                findings.Note(Wording.T("Importing.UnitKnownElsewhere", finder.NameOf(namesake.PlaceId)));
            var row = findings.Row(
                unit is null && !gone,
                form.Name,
                kind?.Said,
                place is { } id ? finder.NameOf(id) : line[UnitColumn.Place],
                Shown(secretary, UnitColumn.Secretary),
                Shown(liaison, UnitColumn.LiaisonOfficer)
            );
            return new Checked(row, form, kind, unit, secretary, liaison);
        }

        private string? Shown(Duty? duty, UnitColumn column) => duty?.Form.Name ?? line[column];

        /// <summary>By the key that an export gave it, else by its name at that place.</summary>
        private ResidentUnit? Unit(Place? place)
        {
            if (line[UnitColumn.Key] is not { } key)
                return place is null ? null : Listed(known.Named(line[UnitColumn.Name]).FirstOrDefault(u => u.PlaceId == place.Id));
            var unit = Guid.TryParse(key, out var id) ? known.ById(id) : null;
            if (unit is null)
                findings.Refuse(Wording.T("Importing.KeyUnknown"), Label(UnitColumn.Key));
            return Listed(unit);
        }

        /// <summary>A merged record is not updated; recording its name again would create a duplicate.</summary>
        private ResidentUnit? Listed(ResidentUnit? unit)
        {
            if (unit is { IsListed: false })
                findings.Refuse(Wording.T("Importing.UnitMerged"), Label(UnitColumn.Name));
            return unit;
        }

        /// <summary>A move needs a date, which a list does not contain; it is recorded on the unit's page.</summary>
        private Guid? Place((Place? Place, string? Problem) found)
        {
            if (unit is not null && line[UnitColumn.Place] is null && line[UnitColumn.Street] is null)
                return unit.PlaceId;
            if (found.Problem is not null)
                findings.Refuse(found.Problem);
            else if (unit is not null && found.Place!.Id != unit.PlaceId)
                findings.Refuse(
                    Wording.T("Importing.UnitMoves", finder.NameOf(unit.PlaceId)),
                    Label(line[UnitColumn.Place] is null ? UnitColumn.Street : UnitColumn.Place)
                );
            return found.Place?.Id;
        }

        private DistrictUnitKind? Kind()
        {
            var before = kinds.Find(unit?.KindId);
            if (line[UnitColumn.Kind] is not { } text)
                return before;
            var kind = kinds.Find(text);
            if (kind is null || (kind.RetiredOn is not null && kind.Id != before?.Id))
                findings.Refuse(Wording.T("Importing.KindUnknown", text, Listed(kinds.InUse.Select(k => k.Said))));
            else if (before is not null && kind.Id != before.Id)
                findings.Change(Label(UnitColumn.Kind), before.Said, kind.Said);
            return kind;
        }

        private void CheckMilitary()
        {
            foreach (var column in new[] { UnitColumn.Address, UnitColumn.SuperiorOrganization })
                if (line[column] is not null)
                    findings.Refuse(Wording.T("Units.NotOfMilitary"), Label(column));
            // Names of its people would have to be removed, which is done on the unit's page.
            if (unit is not null && unit.Kind != UnitKind.Military)
                findings.Refuse(Wording.T("Importing.MilitaryOnItsPage"), Label(UnitColumn.Kind));
        }

        private PartyOrganizationKind PartyOrganization()
        {
            var before = unit?.PartyOrganization ?? PartyOrganizationKind.None;
            if (line[UnitColumn.PartyOrganization] is not { } text)
                return before;
            var kind = UnitKindWords.PartyOrganization(text);
            if (kind is null)
                findings.Refuse(
                    Wording.T(
                        "Importing.PartyOrganizationUnknown",
                        text,
                        Listed(Enum.GetValues<PartyOrganizationKind>().Select(k => Wording.T(k)))
                    )
                );
            else if (unit is not null && kind != before)
                findings.Change(Label(UnitColumn.PartyOrganization), Wording.T(before), Wording.T(kind.Value));
            return kind ?? before;
        }

        /// <summary>The cell, unless it equals the existing value.</summary>
        private string? Text(UnitColumn column, string? before)
        {
            if (line[column] is not { } cell || CellText.Same(before, cell))
                return before;
            if (unit is not null)
                findings.Change(Label(column), before, cell);
            return cell;
        }

        private Duty? Duty(UnitColumn name, UnitColumn title, UnitColumn mobile, IReadOnlyList<PostHolder> people, PostHolder? incumbent)
        {
            var number = ImportContacts.Mobile(findings, line[mobile], Label(mobile));
            var cell = line[name] ?? (withholdsNames ? line[title] : null);
            var who = cell is not null ? CellText.PersonName(cell) : incumbent?.Person.Name;
            if (who is null)
            {
                if (number is not null)
                    findings.Refuse(Wording.T("Importing.MobileWithoutName", Label(name)));
                return null;
            }
            var stays = cell is null || incumbent?.Is(who) is true;
            if (withholdsNames && !stays && !CellText.Same(line[title], who))
                findings.Refuse(Wording.T("Units.NamesAreWithheld"), Label(name));
            var isSecretary = name == UnitColumn.Secretary;
            var there = stays ? incumbent : people.FirstOrDefault(h => h.Is(who));
            var kept = stays || !isSecretary ? there?.Post : null;
            var newTitle = kept is not null && line[title] is { } typed && !CellText.Same(kept.Title, typed) ? typed : null;
            var form = new EnterPerson.Form
            {
                Name = stays ? incumbent!.Person.Name : who,
                Title = newTitle ?? kept?.Title ?? line[title] ?? Label(name),
                Mobile = number,
                KnownPersonId = there?.Person.Id,
            };
            findings.CheckShape(form, culture, _ => Label(name), stays ? [nameof(form.Name)] : []);
            if (!stays && unit is not null)
                findings.Change(Label(name), incumbent?.Person.Name, who);
            if (newTitle is not null)
                findings.Change(Label(title), kept!.Title, newTitle);
            if (there is not null)
                ImportContacts.CompareMobile(findings, Label(mobile), there.Person, number);
            var before = isSecretary && !stays ? incumbent?.Post : null;
            if (before?.From >= today)
                findings.Refuse(Wording.T("Units.PostEndsBeforeItBegins", before.From), Label(name));
            return new Duty(form, there, stays, newTitle, before);
        }

        /// <returns>True if the row is about an unknown unit that has left: nothing is recorded.</returns>
        private bool Ended()
        {
            if (line[UnitColumn.EndedOn] is not { } text)
                return false;
            if (unit is null)
            {
                findings.Note(Wording.T("Importing.Ended"));
                return true;
            }
            if (Documents.SheetDays.Read(text) != unit.EndedOn)
                findings.Refuse(Wording.T("Importing.EndsOnItsPage"), Label(UnitColumn.EndedOn));
            return false;
        }

        private void Repeated(EnterUnit.Form form)
        {
            var key = SynonymFile.Key(form.Name);
            if (key.Length == 0 || form.PlaceId is null)
                return;
            var before = unit is not null ? known.Before(unit.Id, line.Number) : null;
            before ??= unit?.EndedOn is null ? known.Before((key, form.PlaceId), line.Number) : null;
            if (before is { } row)
                findings.Refuse(Wording.T("Importing.SameAsRow", row));
            if (unit is { EndedOn: null } && known.Named(form.Name).Any(u => u.IsListed && u.Id != unit.Id && u.PlaceId == unit.PlaceId))
                findings.Refuse(Wording.T("Units.NameIsTaken"), Label(UnitColumn.Name));
        }

        private static string Label(UnitColumn column) => UnitColumns.Words.Label(column);

        private static string Listed(IEnumerable<string> words) => string.Join(Wording.T("Importing.Separator"), words);
    }
}
