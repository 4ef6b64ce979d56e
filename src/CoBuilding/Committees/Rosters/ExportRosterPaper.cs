using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Texts;
using CoBuilding.Units;

namespace CoBuilding.Committees.Rosters;

/// <summary>The roster as on a day, to be printed and hung up: the rows of <see cref="SeeRoster"/>, in its order. Journaled.</summary>
public sealed class ExportRosterPaper(Door door)
{
    /// <param name="on">A day; null means today.</param>
    /// <param name="knownOn">As recorded at the end of this day in China; null means now.</param>
    /// <param name="asked">In which order; null: the district's own.</param>
    public async Task<ExportedPaper> AskAsync(
        Scope scope,
        Guid committeeId,
        DateOnly? on,
        DateOnly? knownOn,
        NameOrder? asked,
        CancellationToken ct
    )
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var (roster, order) = await db.InOrderAsync(await SeeRoster.ReadAsync(db, committeeId, on ?? db.Today, knownOn, ct), asked, ct);
        return await db.ReprintAsync(scope, "committees", committeeId, roster.Rows.Count, knownOn, () => Compose(roster, order), ct);
    }

    private static (string, Paper) Compose(SeeRoster.Answer roster, NameOrder order)
    {
        var title = Wording.T("Exports.RosterTitle", roster.Name);
        List<Block> blocks =
        [
            new Block.Title(title),
            new Block.Line(HeadLine(roster), LineSide.Middle),
            new Block.Line(ExportRosterWorkbook.Quota(roster)),
        ];
        if (roster.Aims is { } aims)
            blocks.Add(new Block.Line(Wording.T("Consortiums.AimsLine", aims)));
        if (RosterOrder.TitleText(order) is { } said)
            blocks.Add(new Block.Line(said));
        blocks.Add(
            roster.Rows.Count == 0
                ? new Block.Paragraph(Wording.T("Committees.NoSeatsThen"))
                : Block.Table.Of<SeeRoster.Row>(
                    Wording.T("Exports.Ordinal"),
                    [
                        new(
                            Wording.T("Exports.Unit"),
                            23,
                            r => r.Unit ?? Wording.T(r.Kind == SeatKind.FullTime ? "Committees.OfHost" : "Committees.OfIndividual")
                        ),
                        new(Wording.T("Exports.Holder"), 11, r => r.Holder ?? Wording.T("Exports.Vacant")),
                        new(Wording.T("Exports.UnitTitle"), 15, r => r.UnitTitle),
                        new(Wording.T("Exports.SeatRole"), 10, r => Wording.T(r.Role)),
                        new(Wording.T("Exports.SeatTitle"), 13, r => r.Title),
                        new(Wording.T("Exports.Since"), 20, r => r.Since?.InShort()),
                        new(Wording.T("Exports.LetterNumber"), 20, r => r.LetterNumber),
                        new(Wording.T("Exports.Alternate"), 11, r => r.Alternate?.Name),
                        new(
                            Wording.T("Exports.Remark"),
                            8,
                            r => r.Suspension?.IsOn(roster.On) is true ? Wording.T("Committees.SuspendedTag") : null
                        ),
                    ],
                    roster.Rows
                )
        );
        return (title, new Paper([.. blocks]) { IsAcross = true });
    }

    public static string HeadLine(SeeRoster.Answer roster) =>
        roster.KnownOn is { } known
            ? Wording.T("Timeline.PaperRosterAsKnown", roster.On.InShort(), known.InShort())
            : Wording.T("Committees.PaperRosterOn", roster.On.InShort());
}
