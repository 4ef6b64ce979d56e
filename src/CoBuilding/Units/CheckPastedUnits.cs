using System.Globalization;
using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Places;
using CoBuilding.Texts;
using CoBuilding.Units.UnitKinds;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Units;

/// <summary>Checks a block of cells pasted from a spreadsheet row by row, before anything is saved.</summary>
public sealed class CheckPastedUnits(Door door)
{
    public enum Status
    {
        New,
        AlreadyThere,
        Problem,
    }

    /// <summary>The header of the standard block, its cells parted by tabs.</summary>
    public static string Header { get; } = string.Join('\t', Enum.GetValues<UnitColumn>().TakeWhile(c => c != UnitColumn.Street).Select(UnitWords.Label));

    /// <param name="UnknownHeaders">Columns that are not taken over.</param>
    /// <param name="Ready">The block without the rows that have a problem: this can be saved.</param>
    /// <param name="Left">The header and the rows that have a problem; empty when none has.</param>
    public sealed record Answer(IReadOnlyList<Row> Rows, IReadOnlyList<string> UnknownHeaders, string Ready, string Left)
    {
        public int New => Rows.Count(r => r.Status == Status.New);
        public int AlreadyThere => Rows.Count(r => r.Status == Status.AlreadyThere);
        public int Problems => Rows.Count(r => r.Status == Status.Problem);
    }

    /// <param name="Number">The row within the pasted block, from 1; title rows and the header count.</param>
    /// <param name="Messages">In the asker's language; a new row may bear a warning.</param>
    /// <param name="KindName">In the asker's language, by the district's words.</param>
    public sealed record Row(int Number, Status Status, IReadOnlyList<string> Messages, string Name, UnitKind? Kind, string? KindName, string? Place,
        PartyOrganizationKind PartyOrganization, string? Secretary, string? LiaisonOfficer);

    /// <summary>A row with the forms by which it is saved; a person who is both has the post of secretary alone.</summary>
    internal sealed record Checked(Row Row, EnterUnit.Form Unit, DistrictUnitKind? Kind, EnterPerson.Form? Secretary, EnterPerson.Form? LiaisonOfficer);

    /// <exception cref="RuleBroken">There are too many rows.</exception>
    public async Task<Answer> AskAsync(Scope scope, string text, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.KeepUnits, ct);
        var block = PastedUnits.Read(text);
        List<Row> rows = [.. (await ReadAsync(db, scope.Culture, block, ct)).Select(c => c.Row)];
        var problems = rows.Where(r => r.Status == Status.Problem).Select(r => r.Number).ToHashSet();
        return new Answer(rows, block.UnknownHeaders, block.Part(n => !problems.Contains(n)), block.Part(problems.Contains));
    }

    /// <summary>Three statements, however many rows.</summary>
    internal static async Task<IReadOnlyList<Checked>> ReadAsync(PortalDb db, CultureInfo culture, PastedUnits block, CancellationToken ct)
    {
        var finder = new PlaceFinder(await db.Places.AsNoTracking().OrderBy(p => p.Code).ToListAsync(ct), db.Reach);
        var kinds = await KindList.ReadAsync(db, ct);
        var drafts = Language.In(culture, () => block.Lines.Select(l => new Draft(l, finder, kinds, culture)).ToList());
        Guid[] places = [.. drafts.Select(d => d.Unit.PlaceId).OfType<Guid>().Distinct()];
        string[] names = [.. drafts.Select(d => d.Unit.Name).Distinct()];
        var known = await db.Units.AsNoTracking().Where(u => u.EndedOn == null && (places.Contains(u.PlaceId) || names.Contains(u.Name)))
            .OrderBy(u => u.Id).Select(u => new { u.Name, u.PlaceId }).ToListAsync(ct);
        var byName = known.ToLookup(u => UnitWords.Key(u.Name), u => u.PlaceId);
        return Language.In(culture, () =>
        {
            Dictionary<(string, Guid?), int> seen = [];
            return drafts.Select(draft =>
            {
                var key = UnitWords.Key(draft.Unit.Name);
                if (key.Length > 0 && draft.Unit.PlaceId is not null && !seen.TryAdd((key, draft.Unit.PlaceId), draft.Line.Number))
                    draft.Problems.Add(Wording.T("Units.PasteSameAsRow", seen[(key, draft.Unit.PlaceId)]));
                return draft.Judge([.. byName[key]], finder);
            }).ToList();
        });
    }

    /// <summary>One line on its way to a form; the texts are in the current language.</summary>
    private sealed class Draft
    {
        private readonly DistrictUnitKind? kind;
        private readonly EnterPerson.Form? secretary, liaison;

        public Draft(PastedUnits.Line line, PlaceFinder finder, KindList kinds, CultureInfo culture)
        {
            Line = line;
            if (line.Problem is not null) Problems.Add(Wording.T(line.Problem));
            kind = Kind(kinds);
            Unit = new EnterUnit.Form
            {
                Name = line[UnitColumn.Name] ?? "", ShortName = line[UnitColumn.ShortName], KindId = kind?.Id, PlaceId = Place(finder),
                SuperiorOrganization = line[UnitColumn.SuperiorOrganization], PartyOrganization = PartyOrganization(), Address = line[UnitColumn.Address],
                Remark = line[UnitColumn.Remark],
            };
            secretary = Person(UnitColumn.Secretary, UnitColumn.SecretaryTitle, UnitColumn.SecretaryMobile);
            liaison = Person(UnitColumn.LiaisonOfficer, UnitColumn.LiaisonTitle, UnitColumn.LiaisonMobile);
            CheckShape(Unit, null, culture, said: line[UnitColumn.Kind] is null ? [nameof(Unit.PlaceId)] : [nameof(Unit.PlaceId), nameof(Unit.KindId)]);
            CheckShape(secretary, UnitColumn.Secretary, culture, []);
            CheckShape(liaison, UnitColumn.LiaisonOfficer, culture, []);
        }

        public PastedUnits.Line Line { get; }
        public EnterUnit.Form Unit { get; }
        public List<string> Problems { get; } = [];

        public Checked Judge(IReadOnlyList<Guid> placesOfThatName, PlaceFinder finder)
        {
            var ended = Line[UnitColumn.EndedOn] is not null;
            var there = ended || (Unit.PlaceId is { } place && placesOfThatName.Contains(place));
            List<string> messages = Problems.Count > 0 ? Problems
                : ended ? [Wording.T("Imports.Ended")]
                : there ? [Wording.T("Units.PasteAlreadyThere", finder.NameOf(Unit.PlaceId!.Value))]
                : placesOfThatName.Count > 0 ? [Wording.T("Units.PasteKnownElsewhere", finder.NameOf(placesOfThatName[0]))] : [];
            var status = Problems.Count > 0 ? Status.Problem : there ? Status.AlreadyThere : Status.New;
            var row = new Row(Line.Number, status, messages, Unit.Name, kind?.Kind, kind?.Said, Unit.PlaceId is { } id ? finder.NameOf(id) : Line[UnitColumn.Place],
                Unit.PartyOrganization, secretary?.Name, liaison?.Name);
            return new Checked(row, Unit, kind, secretary, liaison);
        }

        private DistrictUnitKind? Kind(KindList kinds)
        {
            if (Line[UnitColumn.Kind] is not { } text) return null;
            var found = kinds.Find(text);
            if (found is null or { RetiredOn: not null }) Problems.Add(Wording.T("Units.PasteKindUnknown", text, Listed(kinds.InUse.Select(k => k.Said))));
            return found;
        }

        private PartyOrganizationKind PartyOrganization()
        {
            if (Line[UnitColumn.PartyOrganization] is not { } text) return PartyOrganizationKind.None;
            var kind = UnitWords.PartyOrganization(text);
            if (kind is null) Problems.Add(Wording.T("Units.PastePartyOrganizationUnknown", text, Listed(UnitWords.Labels<PartyOrganizationKind>())));
            return kind ?? PartyOrganizationKind.None;
        }

        private Guid? Place(PlaceFinder finder)
        {
            var (place, problem) = finder.Find(Line[UnitColumn.Street], Line[UnitColumn.Place]);
            if (problem is not null) Problems.Add(problem);
            return place?.Id;
        }

        private EnterPerson.Form? Person(UnitColumn name, UnitColumn title, UnitColumn mobile)
        {
            var phone = Line[mobile];
            if (phone is not null && PastedUnits.IsMangledNumber(phone))
            {
                Problems.Add(Wording.T("Units.PasteMangledNumber", phone));
                phone = null;
            }
            // Exported lists mask numbers: a masked one tells nothing new.
            if (phone?.Contains('*', StringComparison.Ordinal) is true) phone = null;
            if (Line[name] is { } text)
                return new EnterPerson.Form { Name = PastedUnits.PersonName(text), Title = Line[title] ?? UnitWords.Label(name), Mobile = phone };
            if (phone is not null) Problems.Add(Wording.T("Units.PasteMobileWithoutName", UnitWords.Label(name)));
            return null;
        }

        /// <param name="said">Fields about which a clearer message was added before.</param>
        private void CheckShape(object? form, UnitColumn? of, CultureInfo culture, string[] said)
        {
            if (form is null) return;
            try
            {
                Shapes.Check(form, culture);
            }
            catch (Misshapen misshapen)
            {
                foreach (var problem in misshapen.Problems.Where(p => !said.Contains(p.Field)))
                    Problems.Add(of is null ? problem.Message : Wording.T("Units.PasteOf", UnitWords.Label(of.Value), problem.Message));
            }
        }

        private static string Listed(IEnumerable<string> words) => string.Join(Wording.T("Units.PasteSeparator"), words);
    }
}
