using System.Globalization;
using CoBuilding.Data;
using CoBuilding.Documents.Importing;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;
using Line = CoBuilding.Documents.Importing.ImportedList<CoBuilding.Places.PartyChain.Importing.ChainColumn>.Line;

namespace CoBuilding.Places.PartyChain.Importing;

/// <summary>
/// A list of Party organizations, each row checked against existing data and the other rows: a superior may be anywhere in the list. A
/// blank cell changes nothing; without a superior the first of a place leads it, and the others are below that one.
/// </summary>
internal sealed class ChainList : CheckedList
{
    private readonly IReadOnlyList<Checked> rows;

    private ChainList(ImportedList<ChainColumn> list, IReadOnlyList<Checked> rows)
    {
        this.rows = rows;
        Check = list.Found(
            Wording.T("PartyChain.List"),
            [ChainColumn.Name, ChainColumn.Kind, ChainColumn.Place, ChainColumn.Superior, ChainColumn.Members],
            rows.Select(r => r.Row)
        );
    }

    public override ImportCheck Check { get; }

    /// <summary>Three statements, independent of the number of rows.</summary>
    public static async Task<CheckedList> ReadAsync(IncomingList incoming, CancellationToken ct)
    {
        var (db, culture) = (incoming.Db, incoming.Scope.Culture);
        var list = await incoming.LinesAsync(ChainColumns.All, ct);
        incoming.Progress?.Report(new ImportStep(ImportPhase.Reading, list.Lines.Count, list.Lines.Count));
        var places = await db.Places.AsNoTracking().OrderBy(p => p.Code).ToListAsync(ct);
        var known = await db.PartyOrganizations.Where(o => o.Until == null).OrderBy(o => o.Id).ToListAsync(ct);
        var counts = await db.MemberCounts.Known().OrderBy(c => c.AsOf).ToListAsync(ct);
        return CultureScope.In(
            culture,
            () =>
            {
                var rowReader = new RowReader(
                    new PlaceFinder(places, db.Reach),
                    places.ToDictionary(p => p.Id),
                    known,
                    counts.ToLookup(c => c.OrganizationId),
                    culture,
                    db
                );
                var drafts = list.Lines.Select(rowReader.Begin).ToList();
                var importProgress = new ImportProgress(incoming.Progress, ImportPhase.Checking, drafts.Count, ct);
                List<Checked> rows = [];
                foreach (var draft in drafts)
                {
                    rows.Add(rowReader.Finish(draft));
                    importProgress.Add(1);
                }
                return new ChainList(list, rows);
            }
        );
    }

    public override Task SaveAsync(PortalDb db, IProgress<ImportStep>? progress, CancellationToken ct)
    {
        foreach (var row in rows.Where(r => r.Row.Status is RowStatus.New or RowStatus.Update))
            row.Write(db);
        return Task.CompletedTask;
    }

    /// <summary>
    /// A row with what it would save; the organization is a new one or the one known, and is changed by <see cref="Write"/> alone.
    /// </summary>
    private sealed record Checked(
        ImportRow Row,
        StartedRow StartedRow,
        PartyOrganization? Superior,
        MemberCount? Before,
        int? Members,
        DateOnly? AsOf
    )
    {
        public void Write(PortalDb db)
        {
            var organization = StartedRow.Organization!;
            (organization.Kind, organization.Name, organization.EstablishedOn) = (
                StartedRow.Kind!.Value,
                StartedRow.Name,
                StartedRow.EstablishedOn
            );
            organization.StandBelow(Superior, StartedRow.Place!);
            if (StartedRow.IsNew)
                db.PartyOrganizations.Add(organization);
            if (Members is { } members)
                RecordMemberCounts.Record(db, organization, Before, Guid.CreateVersion7(), AsOf!.Value, members);
        }
    }

    /// <summary>Reads a row before the other rows are considered.</summary>
    private sealed record StartedRow(
        Line Line,
        RowFindings Findings,
        Place? Place,
        PartyOrganization? Organization,
        bool IsNew,
        ChainKind? Kind,
        string Name,
        DateOnly? EstablishedOn
    );

    private sealed class RowReader(
        PlaceFinder finder,
        Dictionary<Guid, Place> places,
        List<PartyOrganization> known,
        ILookup<Guid, MemberCount> counts,
        CultureInfo culture,
        PortalDb db
    )
    {
        private readonly Dictionary<Guid, PartyOrganization> byId = known.ToDictionary(o => o.Id);
        private readonly ILookup<(Guid, string), PartyOrganization> byName = known.ToLookup(o => (o.PlaceId, SynonymFile.Key(o.Name)));
        private readonly ILookup<Guid?, PartyOrganization> below = known.ToLookup(o => o.SuperiorId);
        private readonly Dictionary<Guid, PartyOrganization> leads = known.Where(o => o.SuperiorId is null).ToDictionary(o => o.PlaceId);

        // The rows read so far, by what they are about.
        private readonly Dictionary<PartyOrganization, StartedRow> brought = [];
        private readonly Dictionary<(Guid, string), List<PartyOrganization>> newByName = [];

        public StartedRow Begin(Line line)
        {
            var findings = new RowFindings(line.Number);
            if (line.Problem is not null)
                findings.Refuse(Wording.T(line.Problem));
            var organization = ByKey(line, findings);
            var place = Place(line, organization, findings);
            if (line[ChainColumn.Key] is null && place is not null)
                organization = ByName(line, place, findings);
            if (organization is not null && brought.GetValueOrDefault(organization) is { } same)
                findings.Refuse(Wording.T("PartyChain.SameAsRow", same.Line.Number));
            var name =
                organization is not null && (line[ChainColumn.Key] is null || line[ChainColumn.Name] is null)
                    ? organization.Name
                    : line[ChainColumn.Name] ?? "";
            if (organization is not null && !CellText.Same(organization.Name, name))
                findings.Change(Label(ChainColumn.Name), organization.Name, name);
            var kind = Kind(line, organization, name, findings);
            var established =
                findings.Day(line[ChainColumn.EstablishedOn], Label(ChainColumn.EstablishedOn)) ?? organization?.EstablishedOn;
            if (organization is not null && established != organization.EstablishedOn)
                findings.Change(Label(ChainColumn.EstablishedOn), organization.EstablishedOn?.InShort(), established?.InShort());
            var isNew = organization is null && place is not null && kind is not null;
            if (isNew)
                organization = new PartyOrganization
                {
                    PlaceId = place!.Id,
                    Kind = kind!.Value,
                    Name = name,
                    EstablishedOn = established,
                };
            var row = new StartedRow(line, findings, place, organization, isNew, kind, name, established);
            if (organization is not null)
                brought.TryAdd(organization, row);
            if (isNew)
                Remember(organization!, line);
            return row;
        }

        /// <summary>The first new one without a superior leads a place without a leading organization.</summary>
        private void Remember(PartyOrganization organization, Line line)
        {
            var key = (organization.PlaceId, SynonymFile.Key(organization.Name));
            if (!newByName.TryGetValue(key, out var ofName))
                newByName[key] = ofName = [];
            ofName.Add(organization);
            if (line[ChainColumn.Superior] is null && organization.Kind.MayLead(places[organization.PlaceId].Level))
                leads.TryAdd(organization.PlaceId, organization);
        }

        public Checked Finish(StartedRow row)
        {
            var (findings, line, organization) = (row.Findings, row.Line, row.Organization);
            var superior = organization is null ? null : Superior(row);
            if (organization is not null && findings.IsGood)
                Stand(row, superior);
            var (members, asOf, before) = Count(row);
            var form = new EnterPartyOrganization.Form
            {
                Kind = row.Kind,
                Name = row.Name,
                Members = members,
                AsOf = asOf,
            };
            findings.CheckShape(form, culture, null, nameof(form.Kind));
            var shown = findings.Row(
                row.IsNew,
                row.Name,
                row.Kind is { } kind ? Wording.T(kind) : line[ChainColumn.Kind],
                row.Place is { } place ? place.Name : line[ChainColumn.Place] ?? line[ChainColumn.Street],
                superior is null ? line[ChainColumn.Superior] : NameOf(superior),
                line[ChainColumn.Members]
            );
            return new Checked(shown, row, superior, before, members, asOf);
        }

        private PartyOrganization? ByKey(Line line, RowFindings findings)
        {
            if (line[ChainColumn.Key] is not { } key)
                return null;
            var organization = Guid.TryParse(key, out var id) ? byId.GetValueOrDefault(id) : null;
            if (organization is null)
                findings.Refuse(Wording.T("Importing.KeyUnknown"), Label(ChainColumn.Key));
            return organization;
        }

        private Place? Place(Line line, PartyOrganization? organization, RowFindings findings)
        {
            if (organization is not null && line[ChainColumn.Street] is null && line[ChainColumn.Place] is null)
                return places[organization.PlaceId];
            var (place, problem) = finder.Find(line[ChainColumn.Street], line[ChainColumn.Place]);
            if (problem is not null)
                findings.Refuse(problem);
            else if (organization is not null && organization.PlaceId != place!.Id)
                findings.Refuse(Wording.T("PartyChain.StaysInPlace", places[organization.PlaceId].Name));
            return place;
        }

        /// <summary>
        /// Groups of several branches may have the same name and are distinguished by their superior. Other kinds with another superior
        /// have moved.
        /// </summary>
        private PartyOrganization? ByName(Line line, Place place, RowFindings findings)
        {
            var found = byName[(place.Id, SynonymFile.Key(line[ChainColumn.Name] ?? ""))].ToList();
            if (line[ChainColumn.Superior] is { } superior)
            {
                var there = found.FindAll(o => o.SuperiorId is { } id && SynonymFile.Key(byId[id].Name) == SynonymFile.Key(superior));
                found = there.Count > 0 ? there : found.FindAll(o => o.Kind != ChainKind.Group);
            }
            if (found.Count > 1)
                findings.Refuse(Wording.T("PartyChain.SeveralOfThisName", found.Count));
            return found.Count == 1 ? found[0] : null;
        }

        private static ChainKind? Kind(Line line, PartyOrganization? organization, string name, RowFindings findings)
        {
            if (line[ChainColumn.Kind] is not { } text)
            {
                var own = organization?.Kind ?? ChainKindWords.OfName(name);
                if (own is null)
                    findings.Refuse(Wording.T("PartyChain.KindMissing"), Label(ChainColumn.Kind));
                return own;
            }
            var kind = ChainKindWords.Find(text);
            if (kind is null)
                findings.Refuse(Wording.T("PartyChain.KindUnknown", text), Label(ChainColumn.Kind));
            else if (organization is not null && organization.Kind != kind)
                findings.Change(Label(ChainColumn.Kind), Wording.T(organization.Kind), Wording.T(kind.Value));
            return kind;
        }

        private PartyOrganization? Superior(StartedRow row)
        {
            if (row.Line[ChainColumn.Superior] is { } written)
                return Named(row, written);
            if (!row.IsNew)
                return row.Organization!.SuperiorId is { } id ? byId.GetValueOrDefault(id) : null;
            var lead = Lead(row.Organization!.PlaceId);
            return lead == row.Organization ? null : lead;
        }

        /// <summary>Of the same place, existing or from another row; the leader of the place above may be given as well.</summary>
        private PartyOrganization? Named(StartedRow row, string written)
        {
            var key = SynonymFile.Key(written);
            var place = row.Organization!.PlaceId;
            var found = byName[(place, key)]
                .Concat(newByName.GetValueOrDefault((place, key)) ?? [])
                .Where(o => o != row.Organization)
                .ToList();
            if (found.Count == 1)
                return found[0];
            var above = places[place].ParentId is { } parent ? Lead(parent) : null;
            if (found.Count == 0 && above is not null && SynonymFile.Key(NameOf(above)) == key)
                return null;
            row.Findings.Refuse(
                Wording.T(found.Count == 0 ? "PartyChain.SuperiorUnknown" : "PartyChain.SuperiorAmbiguous", written),
                Label(ChainColumn.Superior)
            );
            return null;
        }

        private PartyOrganization? Lead(Guid place) => leads.GetValueOrDefault(place);

        /// <summary>Asks the entity; on copies, since nothing is saved by looking.</summary>
        private void Stand(StartedRow row, PartyOrganization? superior)
        {
            var organization = row.Organization!;
            var copy = new PartyOrganization
            {
                Id = organization.Id,
                PlaceId = organization.PlaceId,
                Kind = row.Kind!.Value,
                Name = row.Name,
            };
            row.Findings.Try(() => copy.StandBelow(superior is null ? null : AsUploaded(superior), row.Place!));
            if (superior is null && Lead(organization.PlaceId) is { } lead && lead != organization)
                row.Findings.Refuse(Wording.T("PartyChain.PlaceIsLed"));
            if (!row.IsNew && superior?.Id != organization.SuperiorId)
                row.Findings.Change(
                    Label(ChainColumn.Superior),
                    organization.SuperiorId is { } id ? byId[id].Name : null,
                    superior is null ? null : NameOf(superior)
                );
            var misfit = row.IsNew
                ? null
                : below[organization.Id].FirstOrDefault(o => !brought.ContainsKey(o) && !o.Kind.MayStandBelow(row.Kind.Value));
            if (misfit is not null)
                row.Findings.Refuse(Wording.T("PartyChain.SubordinateOfWrongKind", misfit.Name));
        }

        /// <summary>With the kind that its own row gives it.</summary>
        private PartyOrganization AsUploaded(PartyOrganization organization) =>
            brought.GetValueOrDefault(organization) is not { Kind: { } kind } row || kind == organization.Kind
                ? organization
                : new PartyOrganization
                {
                    Id = organization.Id,
                    PlaceId = organization.PlaceId,
                    Kind = kind,
                    Name = row.Name,
                };

        /// <summary>Null members where there is nothing to record.</summary>
        private (int? Members, DateOnly? AsOf, MemberCount? Before) Count(StartedRow row)
        {
            var (line, findings) = (row.Line, row.Findings);
            var asOf = findings.Day(line[ChainColumn.AsOf], Label(ChainColumn.AsOf));
            if (line[ChainColumn.Members] is not { } cell)
                return default;
            if (!int.TryParse(CellText.Digits(cell), NumberStyles.None, CultureInfo.InvariantCulture, out var members))
            {
                findings.Refuse(Wording.T("PartyChain.NotANumber", cell), Label(ChainColumn.Members));
                return default;
            }
            var known = row.Organization is null ? [] : counts[row.Organization.Id].ToList();
            var last = known.FindLast(c => asOf is null || c.AsOf <= asOf);
            if (last?.Members == members && (asOf is null || last.AsOf == asOf))
                return default;
            var day = asOf ?? db.Today;
            if (row.Organization is not null && row.Kind is not null)
            {
                var copy = new PartyOrganization
                {
                    PlaceId = row.Organization.PlaceId,
                    Kind = row.Kind.Value,
                    Name = row.Name,
                    EstablishedOn = row.EstablishedOn,
                };
                findings.Try(() => copy.Count(Guid.Empty, day, members, db.Today, db.Now), Label(ChainColumn.AsOf));
            }
            if (!row.IsNew)
                findings.Change(
                    Label(ChainColumn.Members),
                    last is null ? null : Wording.T("PartyChain.CountedOn", last.Members, last.AsOf.InShort()),
                    Wording.T("PartyChain.CountedOn", members, day.InShort())
                );
            return (members, day, known.Find(c => c.AsOf == day));
        }

        private string NameOf(PartyOrganization organization) => brought.GetValueOrDefault(organization)?.Name ?? organization.Name;

        private static string Label(ChainColumn column) => ChainColumns.Words.Label(column);
    }
}
