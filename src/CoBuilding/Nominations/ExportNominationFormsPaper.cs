using CoBuilding.Access;
using CoBuilding.Committees;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Texts;
using Microsoft.EntityFrameworkCore;

namespace CoBuilding.Nominations;

/// <summary>
/// Forms by which nominations are approved on paper, a page for each: filled from what is known, with boxes for the opinions of the unit,
/// the host and the approving body. Journaled.
/// </summary>
public sealed class ExportNominationFormsPaper(Door door)
{
    /// <summary>In millimeters: the three boxes and the table above them fill a page.</summary>
    private const int FactHeight = 9,
        OpinionHeight = 28;

    private static readonly (string Label, NominationAction Action)[] Opinions =
    [
        ("Nominations.FormUnit", NominationAction.Consented),
        ("Nominations.FormHost", NominationAction.Screened),
        ("Nominations.FormAbove", NominationAction.Approved),
    ];

    /// <param name="nominationId">Only this one; null means all that the question finds.</param>
    public async Task<ExportedPaper> AskAsync(Scope scope, ListNominations.Question question, Guid? nominationId, CancellationToken ct)
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var rows = await (
            nominationId is { } id
                ? ListNominations.Rows(db, new() { WithOver = true }).Where(r => r.Id == id)
                : ListNominations.Rows(db, question)
        ).TruncatedAsync(ct);
        rows = rows with { Rows = await ListNominations.NamedAsync(db, rows.Rows, ct) };
        if (rows.Rows.Count == 0)
            throw nominationId is null ? NominationsRules.NothingToPrint() : new NotFound();
        var ids = rows.Rows.Select(r => r.Id).ToArray();
        var steps = (
            await db
                .NominationSteps.AsNoTracking()
                .Where(s => ids.Contains(s.NominationId))
                .OrderBy(s => s.RecordedAt)
                .ThenBy(s => s.Id)
                .ToListAsync(ct)
        ).ToLookup(s => s.NominationId);
        return await db.ExportAsync(scope, "nominations", nominationId, rows.Rows.Count, () => Compose(rows.Rows, steps), ct);
    }

    private static (string, Paper) Compose(IReadOnlyList<ListNominations.Row> rows, ILookup<Guid, NominationStep> steps) =>
        (
            rows.Count == 1 ? Wording.T("Nominations.FormFile", rows[0].Person) : Wording.T("Nominations.FormTitle"),
            new Paper([.. rows.SelectMany((row, n) => Form(row, [.. steps[row.Id]], n > 0))])
        );

    private static IEnumerable<Block> Form(ListNominations.Row row, IReadOnlyList<NominationStep> steps, bool onNewPage)
    {
        yield return new Block.Title(Wording.T("Nominations.FormTitle"), onNewPage);
        yield return Block.Table.Form(
            FactHeight,
            (Wording.T("Nominations.FormName"), row.Person),
            (Wording.T("Nominations.FormGender"), row.Gender is { } gender ? Wording.T(gender) : ""),
            (
                Wording.Label("UnitId"),
                row.Unit ?? Wording.T(row.Kind == SeatKind.FullTime ? "Committees.OfHost" : "Committees.OfIndividual")
            ),
            (Wording.Label("PartyPost"), row.PartyPost ?? ""),
            (Wording.Label("AdministrativePost"), row.AdministrativePost ?? ""),
            (Wording.Label("Rank"), row.Rank ?? ""),
            (Wording.Label("Way"), Wording.T(row.Way)),
            (Wording.T("Nominations.FormBody"), row.Committee),
            (Wording.T("Nominations.FormSeat"), row.SeatTitle)
        );
        yield return new Block.Line(Wording.T("Nominations.FormOpinions"), LineSide.Middle);
        yield return Block.Table.Form(
            OpinionHeight,
            [.. Opinions.Select(o => (Wording.T(o.Label), Opinion(steps.LastOrDefault(s => s.Action == o.Action))))]
        );
    }

    /// <summary>What is on record, and room for a seal and a day.</summary>
    private static string Opinion(NominationStep? step) =>
        step switch
        {
            null => $"\n\n{Wording.T("Nominations.FormSealAndDay")}",
            { DocumentNumber: { } number } =>
                $"{Wording.T("Nominations.FormSaidBy", Wording.T(step.Action), number, step.On.InShort())}\n\n"
                    + Wording.T("Nominations.FormSeal"),
            _ => $"{Wording.T("Nominations.FormSaid", Wording.T(step.Action), step.On.InShort())}\n\n{Wording.T("Nominations.FormSeal")}",
        };
}
