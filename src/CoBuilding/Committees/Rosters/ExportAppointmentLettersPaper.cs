using CoBuilding.Access;
using CoBuilding.Data;
using CoBuilding.Documents;
using CoBuilding.Texts;

namespace CoBuilding.Committees.Rosters;

/// <summary>Letters of appointment, a page for each who holds a seat of a unit or of an individual on a day. Journaled.</summary>
public sealed class ExportAppointmentLettersPaper(Door door)
{
    /// <param name="on">A day; null means today.</param>
    /// <param name="knownOn">As recorded at the end of this day in China; null means now.</param>
    /// <param name="seatId">The letter of this seat's holder alone; null means all.</param>
    public async Task<ExportedPaper> AskAsync(
        Scope scope,
        Guid committeeId,
        DateOnly? on,
        DateOnly? knownOn,
        Guid? seatId,
        CancellationToken ct
    )
    {
        await using var db = await door.OpenAsync(scope, Right.Export, ct);
        var roster = await SeeRoster.ReadAsync(db, committeeId, on ?? db.Today, knownOn, ct);
        // The host's own full-time staff are not appointed by a letter.
        var invited = roster.Rows.Where(r => r.Kind != SeatKind.FullTime && (seatId is null || r.SeatId == seatId)).ToList();
        if (seatId is not null && invited.Count == 0)
            throw new NotFound();
        var held = invited.Where(r => !r.IsVacant).ToList();
        if (held.Count == 0)
            throw seatId is null ? CommitteesRules.NoLetters() : CommitteesRules.SeatIsVacant();
        return await db.ReprintAsync(scope, "committees", committeeId, held.Count, knownOn, () => Compose(roster, held), ct);
    }

    private static (string, Paper) Compose(SeeRoster.Answer roster, List<SeeRoster.Row> held)
    {
        var name = Wording.T("Committees.LettersName", roster.Name);
        return (held.Count == 1 ? name + held[0].Holder : name, new Paper([.. held.SelectMany((row, n) => Letter(roster, row, n > 0))]));
    }

    private static IEnumerable<Block> Letter(SeeRoster.Answer roster, SeeRoster.Row row, bool onNewPage)
    {
        var since = row.Since!.Value;
        yield return new Block.Title(Wording.T("Committees.Letter"), onNewPage, IsGrand: true);
        if (roster.KnownOn is { } known)
            yield return new Block.Line(Wording.T("Timeline.LetterAsKnown", known.InShort()), LineSide.Middle);
        if (row.LetterNumber is not null)
            yield return new Block.Line(Wording.T("Committees.LetterNumbered", row.LetterNumber), LineSide.Right);
        yield return new Block.Addressees(Wording.T("Committees.LetterTo", row.Holder));
        yield return new Block.Paragraph(
            roster.TermEndsOn is { } end && end > since
                ? Wording.T("Committees.LetterTextWithTerm", roster.Name, row.Title, since.InShort(), end.InShort())
                : Wording.T("Committees.LetterText", roster.Name, row.Title, since.InShort())
        );
        yield return new Block.Paragraph(Wording.T("Committees.LetterThanks"));
        yield return new Block.Signature(roster.Name, since.InShort());
    }
}
