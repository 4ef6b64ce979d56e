using System.Globalization;
using CoBuilding.Data;
using CoBuilding.Documents.Importing;
using CoBuilding.Places;
using CoBuilding.Texts;
using CoBuilding.Units.People;
using Microsoft.EntityFrameworkCore;
using Line = CoBuilding.Documents.Importing.ImportedList<CoBuilding.Units.Importing.PersonColumn>.Line;

namespace CoBuilding.Units.Importing;

/// <summary>
/// A list of people, each row one post, checked against existing data. A blank cell changes nothing; without a unit the post is at the
/// place's own office.
/// </summary>
internal sealed class PeopleList : CheckedList
{
    private readonly IReadOnlyList<Checked> rows;

    private PeopleList(ImportedList<PersonColumn> list, IReadOnlyList<Checked> rows)
    {
        this.rows = rows;
        Check = list.Found(
            Wording.T("Importing.People"),
            [PersonColumn.Name, PersonColumn.Unit, PersonColumn.Title, PersonColumn.From, PersonColumn.Until],
            rows.Select(r => r.Row)
        );
    }

    public override ImportCheck Check { get; }

    /// <summary>Four statements, independent of the number of rows.</summary>
    public static async Task<CheckedList> ReadAsync(IncomingList incoming, CancellationToken ct)
    {
        var (db, culture) = (incoming.Db, incoming.Scope.Culture);
        var list = await incoming.LinesAsync(PersonColumns.All, ct);
        var finder = new PlaceFinder(await db.Places.AsNoTracking().OrderBy(p => p.Code).ToListAsync(ct), db.Reach);
        var known = await Known.ReadAsync(db, list.Lines, ct);
        return CultureScope.In(
            culture,
            () =>
            {
                var importProgress = new ImportProgress(incoming.Progress, ImportPhase.Checking, list.Lines.Count, ct);
                List<Checked> rows = [];
                foreach (var line in list.Lines)
                {
                    rows.Add(new RowReader(line, known, finder, culture, db.Today).Check());
                    importProgress.Add(1);
                }
                return new PeopleList(list, rows);
            }
        );
    }

    public override async Task SaveAsync(PortalDb db, IProgress<ImportStep>? progress, CancellationToken ct)
    {
        Dictionary<Guid, Person> people = [];
        List<Post> posts = [];
        List<(Post Post, DateOnly On)> ending = [];
        foreach (var row in rows.Where(r => r.Row.Status is RowStatus.New or RowStatus.Update))
        {
            var person = PersonOf(row);
            var liaison = row.IsLiaison;
            if (row.PostHolder is { } holder)
                Change(holder, row);
            else
                Add(person, row);
            if (row.Unit is null || liaison is null)
                continue;
            db.Attach(row.Unit);
            if (liaison is true && row.PostHolder?.IsOf(row.Unit.LiaisonOfficerId) is not true)
                row.Unit.LiaisonOfficerId = person.Id;
            else if (liaison is false && row.Unit.LiaisonOfficerId is { } now && (row.PostHolder?.IsOf(now) ?? person.Id == now))
                row.Unit.LiaisonOfficerId = null;
        }
        var importProgress = new ImportProgress(progress, ImportPhase.Saving, people.Count + posts.Count, ct);
        await db.AddManyAsync([.. people.Values], importProgress.Add, ct);
        await db.AddManyAsync(posts, importProgress.Add, ct);
        db.AttachRange(ending.Select(e => e.Post));
        if (ending.Count > 0)
            await EndPost.EndAsync(db, ending, ct);

        Person PersonOf(Checked row)
        {
            var known = row.PostHolder?.Person ?? row.Known;
            // Two rows of the list about one newcomer share the id.
            var person =
                known ?? people.GetValueOrDefault(row.Form.PersonId) ?? new Person { Id = row.Form.PersonId, Name = row.Form.Name };
            if (known is null)
                people[person.Id] = person;
            else
                db.Attach(person);
            if (row.Form.Mobile is not null)
                person.Mobile = UnitShapes.Tidy(row.Form.Mobile);
            if (row.Form.Email is not null)
                person.Email = row.Form.Email;
            return person;
        }

        void Change(PostHolder holder, Checked row)
        {
            db.Attach(holder.Post);
            holder.Person.Name = row.Form.Name;
            holder.Post.Title = row.Form.Title;
            if (row.Until is { } on && holder.Post.Until is null)
                ending.Add((holder.Post, on));
        }

        void Add(Person person, Checked row)
        {
            if (row.Relieves is { } before)
                ending.Add((before, row.Form.From!.Value));
            posts.Add(
                new Post
                {
                    Id = row.Form.PostId,
                    PersonId = person.Id,
                    UnitId = row.Unit?.Id,
                    PlaceId = row.PlaceId,
                    Title = row.Form.Title,
                    IsSecretary = row.Form.IsSecretary,
                    From = row.Form.From!.Value,
                    Until = row.Until,
                }
            );
        }
    }

    /// <summary>A row with what it would save.</summary>
    /// <param name="PostHolder">The post as known; null for a new one.</param>
    /// <param name="Known">An existing person who takes this post as well.</param>
    /// <param name="IsLiaison">Null: as it is.</param>
    /// <param name="Relieves">The secretary before.</param>
    private sealed record Checked(
        ImportRow Row,
        EnterPerson.Form Form,
        ResidentUnit? Unit,
        Guid PlaceId,
        PostHolder? PostHolder,
        Person? Known,
        DateOnly? Until,
        bool? IsLiaison,
        Post? Relieves
    );

    /// <summary>The units that the rows name with all their people, past ones included, and the people known by a number.</summary>
    private sealed class Known
    {
        private readonly ILookup<string, ResidentUnit> units;
        private readonly Dictionary<Guid, ResidentUnit> unitsById;
        private readonly Dictionary<Guid, PostHolder> byPost;
        private readonly ILookup<Guid, PostHolder> byUnit;
        private readonly ILookup<Guid, PostHolder> byOffice;
        private readonly Dictionary<(string Name, string Mobile), Person> byNumber = [];
        private readonly Dictionary<(string Name, string Mobile), EnterPerson.Form> newcomers = [];
        private readonly Dictionary<object, int> seen = [];

        private Known(IReadOnlyList<ResidentUnit> units, IReadOnlyList<PostHolder> holdings, IEnumerable<Person> numbered)
        {
            unitsById = units.ToDictionary(u => u.Id);
            this.units = units
                .Where(u => u.EndedOn is null && u.IsListed)
                .SelectMany(u => new[] { u.Name, u.ShortName }.OfType<string>().Select(SynonymFile.Key).Distinct().Select(k => (k, u)))
                .ToLookup(x => x.k, x => x.u);
            byPost = holdings.ToDictionary(h => h.Post.Id);
            byUnit = holdings.Where(h => h.Post.UnitId is not null).ToLookup(h => h.Post.UnitId!.Value);
            byOffice = holdings.Where(h => h.Post.UnitId is null).ToLookup(h => h.Post.PlaceId);
            foreach (var person in numbered)
                byNumber.TryAdd((CellText.PersonName(person.Name), person.Mobile!), person);
        }

        public static async Task<Known> ReadAsync(PortalDb db, IReadOnlyList<Line> lines, CancellationToken ct)
        {
            string[] names = [.. lines.Select(l => l[PersonColumn.Unit]).OfType<string>().Distinct()];
            Guid[] keys = [.. lines.Select(l => Guid.TryParse(l[PersonColumn.Key], out var key) ? key : Guid.Empty).Distinct()];
            string?[] numbers = [.. lines.Select(l => UnitShapes.Tidy(l[PersonColumn.Mobile])).OfType<string>().Distinct()];
            var posts = db.Posts;
            var units = await db
                .Units.AsNoTracking()
                .Where(u =>
                    names.Contains(u.Name)
                    || (u.ShortName != null && names.Contains(u.ShortName))
                    || posts.Any(o => keys.Contains(o.Id) && o.UnitId == u.Id)
                )
                .OrderBy(u => u.Id)
                .ToListAsync(ct);
            Guid[] ids = [.. units.Select(u => u.Id)];
            var offices = lines.Any(l => l[PersonColumn.Unit] is null);
            var holdings = await ImportContacts.HoldingsAsync(
                db,
                db.Posts.Where(o => o.UnitId != null ? ids.Contains(o.UnitId.Value) : offices).OrderBy(o => o.From).ThenBy(o => o.Id),
                ct
            );
            var people = holdings.Select(h => h.Person).DistinctBy(p => p.Id).ToDictionary(p => p.Id);
            // Numbers are compared only within reach, for privacy.
            var numbered = await PeopleQueries
                .WithPostWithinReach(db)
                .AsNoTracking()
                .Where(p => numbers.Contains(p.Mobile))
                .OrderBy(p => p.Id)
                .ToListAsync(ct);
            return new Known(units, holdings, numbered.Select(p => people.GetValueOrDefault(p.Id, p)));
        }

        public IReadOnlyList<ResidentUnit> Named(string unit) => [.. units[SynonymFile.Key(unit)].DistinctBy(u => u.Id)];

        public ResidentUnit? UnitOf(Post post) => post.UnitId is { } id ? unitsById.GetValueOrDefault(id) : null;

        public PostHolder? ByKey(Guid post) => byPost.GetValueOrDefault(post);

        public IEnumerable<PostHolder> At(ResidentUnit? unit, Guid? office) =>
            unit is not null ? byUnit[unit.Id]
            : office is { } place ? byOffice[place]
            : [];

        public Person? Numbered(string name, string mobile) => byNumber.GetValueOrDefault((name, mobile));

        /// <summary>The ids of a newcomer, one for all rows of one name and number.</summary>
        public Guid PersonIdFor(EnterPerson.Form form) =>
            form.Mobile is null ? form.PersonId
            : newcomers.TryAdd((form.Name, form.Mobile), form) ? form.PersonId
            : newcomers[(form.Name, form.Mobile)].PersonId;

        /// <summary>The earlier row with the same content; null if none.</summary>
        public int? Before(object what, int row) => seen.TryAdd(what, row) ? null : seen[what];
    }

    /// <summary>One line becomes a form; the texts are in the current language.</summary>
    private sealed class RowReader(Line line, Known known, PlaceFinder finder, CultureInfo culture, DateOnly today)
    {
        private readonly RowFindings findings = new(line.Number);

        public Checked Check()
        {
            if (line.Problem is not null)
                findings.Refuse(Wording.T(line.Problem));
            var name = line[PersonColumn.Name] is { } cell ? CellText.PersonName(cell) : "";
            var mobile = UnitShapes.Tidy(ImportContacts.Mobile(findings, line[PersonColumn.Mobile], Label(PersonColumn.Mobile)));
            var email = ImportContacts.Email(findings, line[PersonColumn.Email], Label(PersonColumn.Email));
            var (from, until) = (
                findings.Day(line[PersonColumn.From], Label(PersonColumn.From)),
                findings.Day(line[PersonColumn.Until], Label(PersonColumn.Until))
            );
            var (secretary, liaison) = (
                findings.Answer(line[PersonColumn.IsSecretary], Label(PersonColumn.IsSecretary)),
                findings.Answer(line[PersonColumn.IsLiaisonOfficer], Label(PersonColumn.IsLiaisonOfficer))
            );
            var keyed = Keyed();
            var (unit, office) = keyed is not null ? (known.UnitOf(keyed.Post), keyed.Post.PlaceId) : Where();
            if (keyed is not null)
                CompareUnit(unit);
            if (name.Length == 0)
            {
                if (unit is { WithholdsNames: true })
                    name = line[PersonColumn.Title] ?? "";
                else
                    findings.Refuse(Wording.T("Units.NameMissing"), Label(PersonColumn.Name));
            }
            var (holder, person) =
                keyed is not null ? (keyed, null)
                : findings.IsGood ? Find(name, mobile, from, [.. known.At(unit, office)])
                : (null, null);
            var form = Form(name, mobile, email, from, secretary, holder, ref person);
            findings.CheckShape(
                form,
                culture,
                field => Enum.TryParse<PersonColumn>(field, out var column) ? Label(column) : null,
                form.Name == holder?.Person.Name ? [nameof(form.Name)] : []
            );
            if (unit is { WithholdsNames: true } && !CellText.Same(form.Name, holder?.Person.Name) && !CellText.Same(form.Name, form.Title))
                findings.Refuse(Wording.T("Units.NamesAreWithheld"), Label(PersonColumn.Name));
            if (until <= form.From)
                findings.Refuse(Wording.T("Importing.UntilBeforeFrom"), Label(PersonColumn.Until));
            if (holder is not null)
                Compare(holder, form, from, until, secretary);
            else if (person is not null)
                CompareContacts(person, form);
            if (
                unit is not null
                && liaison is { } isLiaison
                && isLiaison != (unit.LiaisonOfficerId is { } now && (holder?.IsOf(now) ?? person?.Id == now))
            )
                findings.Change(Label(PersonColumn.IsLiaisonOfficer), Said(!isLiaison), Said(isLiaison));
            var relieves = holder is null && findings.IsGood ? Relieves(unit, form, until) : null;
            if (
                known.Before(
                    holder is not null ? holder.Post.Id : (unit?.Id, office, name, SynonymFile.Key(form.Title), form.From),
                    line.Number
                ) is
                { } before
            )
                findings.Refuse(Wording.T("Importing.SameAsRow", before));
            var row = findings.Row(
                holder is null,
                form.Name,
                unit?.Name ?? line[PersonColumn.Unit] ?? (office is { } id ? finder.NameOf(id) : null),
                form.Title,
                form.From?.InShort(),
                (until ?? holder?.Post.Until)?.InShort()
            );
            return new Checked(
                row,
                form,
                unit,
                unit?.PlaceId ?? office ?? Guid.Empty,
                holder,
                person,
                until,
                unit is null || liaison is null ? null : liaison,
                relieves
            );
        }

        private PostHolder? Keyed()
        {
            if (line[PersonColumn.Key] is not { } key)
                return null;
            var holder = Guid.TryParse(key, out var id) ? known.ByKey(id) : null;
            if (holder is null)
                findings.Refuse(Wording.T("Importing.KeyUnknown"), Label(PersonColumn.Key));
            return holder;
        }

        /// <summary>The unit by its name, its place telling namesakes apart; without a unit the place's own office.</summary>
        private (ResidentUnit? Unit, Guid? Office) Where()
        {
            var said = line[PersonColumn.Street] is not null || line[PersonColumn.Place] is not null;
            var (place, problem) = said ? finder.Find(line[PersonColumn.Street], line[PersonColumn.Place]) : (null, null);
            if (problem is not null)
                findings.Refuse(problem);
            if (line[PersonColumn.Unit] is not { } name)
            {
                if (!said)
                    findings.Refuse(Wording.T("Importing.UnitMissing"), Label(PersonColumn.Unit));
                return (null, place?.Id);
            }
            if (problem is not null)
                return (null, null);
            var named = known
                .Named(name)
                .Where(u => place is null || u.PlaceId == place.Id || finder.Above(u.PlaceId) == place.Id)
                .ToList();
            if (named.Count == 1)
                return (named[0], null);
            findings.Refuse(
                named.Count == 0
                    ? Wording.T("Importing.UnitUnknown", name)
                    : Wording.T(
                        "Importing.UnitAmbiguous",
                        name,
                        string.Join(Wording.T("Importing.Separator"), named.Select(u => finder.NameOf(u.PlaceId)))
                    ),
                Label(PersonColumn.Unit)
            );
            return (null, null);
        }

        private void CompareUnit(ResidentUnit? unit)
        {
            if (line[PersonColumn.Unit] is { } name && !CellText.Same(unit?.Name, name) && !CellText.Same(unit?.ShortName, name))
                findings.Refuse(Wording.T("Importing.PersonMoves"), Label(PersonColumn.Unit));
        }

        /// <summary>The person meant by a row: one with this post, or one of the unit who takes another.</summary>
        private (PostHolder? PostHolder, Person? Known) Find(string name, string? mobile, DateOnly? from, IReadOnlyList<PostHolder> there)
        {
            var namesakes = there.Where(h => h.Is(name)).ToList();
            if (mobile is not null && namesakes.DistinctBy(h => h.Person.Id).Count() > 1)
                namesakes = [.. namesakes.Where(h => h.Person.Mobile == mobile)];
            if (namesakes.Count == 0)
                return (null, null);
            if (namesakes.DistinctBy(h => h.Person.Id).Count() > 1)
            {
                findings.Refuse(Wording.T("Importing.PersonAmbiguous", name), Label(PersonColumn.Name));
                return (null, null);
            }
            var title = line[PersonColumn.Title];
            var meant = namesakes.Where(h => from is null || h.Post.From == from).ToList();
            if (meant.Count > 1)
                meant =
                [
                    .. meant
                        .OrderByDescending(h => title is not null && CellText.Same(h.Post.Title, title))
                        .ThenByDescending(h => h.Post.IsOn(today)),
                ];
            if (meant.Count > 0)
                return (meant[0], null);
            // The same post from another day on would be a correction, which is made on the unit's page; another title is another post.
            if (namesakes.FirstOrDefault(h => h.Post.IsOn(today) && (title is null || CellText.Same(h.Post.Title, title))) is { } same)
                return (same, null);
            return (null, namesakes[0].Person);
        }

        private EnterPerson.Form Form(
            string name,
            string? mobile,
            string? email,
            DateOnly? from,
            bool? secretary,
            PostHolder? holder,
            ref Person? person
        )
        {
            if (holder is null && person is null && mobile is not null && known.Numbered(name, mobile) is { } numbered)
            {
                person = numbered;
                findings.Note(Wording.T("Importing.PersonKnown"));
            }
            var title = line[PersonColumn.Title];
            var form = new EnterPerson.Form
            {
                Name = holder is not null && CellText.PersonName(holder.Person.Name) == name ? holder.Person.Name : name,
                Title = title is null || (holder is not null && CellText.Same(holder.Post.Title, title)) ? holder?.Post.Title ?? "" : title,
                Mobile = mobile,
                Email = email,
                IsSecretary = secretary ?? holder?.Post.IsSecretary ?? false,
                From = holder?.Post.From ?? from ?? today,
            };
            return holder is null && person is null ? form with { PersonId = known.PersonIdFor(form) } : form;
        }

        /// <summary>
        /// The changes of an existing post allowed by import. Dates and the post of secretary depend on other data and are corrected on the
        /// unit's page.
        /// </summary>
        private void Compare(PostHolder holder, EnterPerson.Form form, DateOnly? from, DateOnly? until, bool? secretary)
        {
            var (post, person) = (holder.Post, holder.Person);
            if (form.Name != person.Name)
                findings.Change(Label(PersonColumn.Name), person.Name, form.Name);
            if (form.Title != post.Title)
                findings.Change(Label(PersonColumn.Title), post.Title, form.Title);
            CompareContacts(person, form);
            if (from is not null && from != post.From)
                findings.Refuse(Wording.T("Importing.FromIsOther", post.From), Label(PersonColumn.From));
            if (until is not null && post.Until is null)
                findings.Change(Label(PersonColumn.Until), null, until.Value.InShort());
            else if (until is not null && until != post.Until)
                findings.Refuse(Wording.T("Importing.UntilIsOther", post.Until!), Label(PersonColumn.Until));
            if (secretary is { } said && said != post.IsSecretary)
                findings.Refuse(Wording.T("Importing.SecretaryOnPage"), Label(PersonColumn.IsSecretary));
        }

        private void CompareContacts(Person person, EnterPerson.Form form)
        {
            ImportContacts.CompareMobile(findings, Label(PersonColumn.Mobile), person, form.Mobile);
            ImportContacts.CompareEmail(findings, Label(PersonColumn.Email), person, form.Email);
        }

        /// <summary>A new secretary in office relieves the one before.</summary>
        private Post? Relieves(ResidentUnit? unit, EnterPerson.Form form, DateOnly? until)
        {
            if (unit is null || !form.IsSecretary || until <= today)
                return null;
            if (known.Before(("secretary", unit.Id), line.Number) is { } row)
                findings.Refuse(Wording.T("Importing.SecretaryInRow", row), Label(PersonColumn.IsSecretary));
            var before = known.At(unit, null).FirstOrDefault(h => h.Post.IsSecretary && h.Post.IsOn(today));
            if (before is null)
                return null;
            if (form.From <= before.Post.From)
                findings.Refuse(Wording.T("Units.PostEndsBeforeItBegins", before.Post.From), Label(PersonColumn.From));
            else
                findings.Change(Label(PersonColumn.IsSecretary), before.Person.Name, form.Name);
            return before.Post;
        }

        private static string Said(bool yes) => Wording.T(yes ? "Importing.Yes" : "Importing.No");

        private static string Label(PersonColumn column) => PersonColumns.Words.Label(column);
    }
}
